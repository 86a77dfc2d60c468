"""The lines between people: they run in the free channels between two generations, and through gaps in a row.

A line never passes through somebody's symbol or name. In each channel the bars that join two people at the top lie
above the bars from which children hang, and no two bars or uprights lie on each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from .genogram_parts import Net, Point, Shape, Size, Stroke
from .genogram_places import Spot

_STEP = 4


@dataclass(slots=True)
class Run:
    """One net within one channel: where it comes in from above and below, and where it goes down between."""

    net: Net
    tops: list[tuple[int, str]] = field(default_factory=list)  # x, and whose port: '' passes on
    bottoms: list[tuple[int, str]] = field(default_factory=list)
    drop: int | None = None
    upper: int | None = None  # tracks
    lower: int | None = None

    def bar(self, *, upper: bool) -> tuple[int, int] | None:
        """From where to where its bar at the top or bottom lies; None without one."""
        ends = [x for x, _ in (self.tops if upper else self.bottoms)]
        if self.drop is not None:
            ends.append(self.drop)
        return (min(ends), max(ends)) if ends and min(ends) < max(ends) else None


@dataclass(slots=True)
class Routes:
    """Every channel's runs, before heights are known. Channel r lies below row r; -1 above all."""

    spots: dict[str, Spot]
    channels: dict[int, list[Run]] = field(default_factory=lambda: defaultdict(list))
    passing: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))  # by row
    tracks: dict[int, tuple[int, int]] = field(default_factory=dict)


def routes(spots: Iterable[Spot], nets: Sequence[Net]) -> Routes:
    """Which way each line goes, and in which track."""
    found = Routes({spot.who.id: spot for spot in spots})
    ports = _ports(found, nets)
    for place, net in enumerate(nets):
        _through(found, net, ports[place])
    for channel, runs in found.channels.items():
        for run in runs:
            _drop(run, runs)
        found.tracks[channel] = (_tracks(runs, upper=True), _tracks(runs, upper=False))
    return found


Ports = dict[tuple[str, bool], int]  # by person, at their bottom or not


def _ports(found: Routes, nets: Sequence[Net]) -> list[Ports]:
    """Where each net leaves each person: side by side, in the order in which the lines go on."""
    leaving: dict[tuple[str, bool], list[tuple[float, int]]] = defaultdict(list)
    for place, net in enumerate(nets):
        everybody = [*net.tops, *net.bottoms]
        for one in everybody:
            others = [found.spots[who].x for who in everybody if who != one]
            leaving[one, one in net.tops].append((sum(others) / len(others), place))
    ports: list[Ports] = [{} for _ in nets]
    for key, lines in leaving.items():
        step = min(Size.PORT, 2 * Size.PORTS / max(1, len(lines) - 1))
        for nth, (_, place) in enumerate(sorted(lines)):
            ports[place][key] = found.spots[key[0]].x + round((nth - (len(lines) - 1) / 2) * step)
    return ports


def _through(found: Routes, net: Net, ports: Ports) -> None:
    """The runs of one net, from its first channel to its last, with a gap in each row that it passes."""
    tops = [found.spots[one].row for one in net.tops]
    bottoms = [found.spots[one].row - 1 for one in net.bottoms]
    first, last = min((*tops, *bottoms)), max((*tops, *bottoms))
    below = [found.spots[one].x for one in net.bottoms or net.tops]
    came: int | None = None
    for channel in range(first, last + 1):
        run = Run(net)
        for (one, at_bottom), x in ports.items():
            if at_bottom and found.spots[one].row == channel:
                run.tops.append((x, one))
            if not at_bottom and found.spots[one].row == channel + 1:
                run.bottoms.append((x, one))
        if came is not None:
            run.tops.append((came, ""))
        if channel < last:
            came = _gap(found, channel + 1, sum(below) // len(below))
            run.bottoms.append((came, ""))
        found.channels[channel].append(run)


def _gap(found: Routes, row: int, wanted: int) -> int:
    """The free place in a row nearest to the wanted one."""
    people = [spot for spot in found.spots.values() if spot.row == row]

    def free(x: int) -> bool:
        return all(not spot.left - Size.AIR < x < spot.right + Size.AIR for spot in people) and all(
            abs(x - other) >= Size.AIR for other in found.passing[row]
        )

    x = _nearest(wanted, free)
    found.passing[row].append(x)
    return x


def _nearest(wanted: int, free: Callable[[int], bool]) -> int:
    away = 0
    while True:
        for x in (wanted + away, wanted - away):
            if free(x):
                return x
        away += _STEP


def _drop(run: Run, runs: Iterable[Run]) -> None:
    """Where a run goes down: straight where it can, and never along another line."""
    if not (run.tops and run.bottoms):
        return
    others = [x for other in runs if other is not run for x, _ in (*other.tops, *other.bottoms)]
    others += [other.drop for other in runs if other.drop is not None]
    tops, bottoms = [x for x, _ in run.tops], [x for x, _ in run.bottoms]
    wanted = sum(tops) // len(tops)
    if len(bottoms) == 1 and min(tops) < bottoms[0] < max(tops):
        wanted = bottoms[0]
    run.drop = _nearest(wanted, lambda x: all(abs(x - other) >= Size.PORT - 1 for other in others))


def _tracks(runs: Iterable[Run], *, upper: bool) -> int:
    """Give every bar a track in which it touches no other, short ones nearest to their people; how many there are."""
    bars = [(bar, run) for run in runs if (bar := run.bar(upper=upper)) is not None]
    tracks: list[list[tuple[int, int]]] = []
    for bar, run in sorted(bars, key=lambda one: (one[0][1] - one[0][0], one[0], one[1].net)):
        number = next((n for n, track in enumerate(tracks) if _fits(bar, track)), len(tracks))
        if number == len(tracks):
            tracks.append([])
        tracks[number].append(bar)
        if upper:
            run.upper = number
        else:
            run.lower = number
    return len(tracks)


def _fits(bar: tuple[int, int], track: Iterable[tuple[int, int]]) -> bool:
    return all(bar[1] + Size.AIR < start or end + Size.AIR < bar[0] for start, end in track)


def heights(found: Routes, rows: int) -> tuple[list[int], dict[int, int]]:
    """The height at which each row has its middle, and at which each channel begins."""
    y, middles, begins = Size.EDGE, list[int](), dict[int, int]()
    for channel in range(-1, rows):
        begins[channel] = y
        upper, lower = found.tracks.get(channel, (0, 0))
        if upper or lower or 0 <= channel < rows - 1:
            y += Size.CHANNEL + (upper + lower) * Size.TRACK
        if channel + 1 < rows:
            middles.append(y + Size.HALF)
            y += 2 * Size.HALF
    begins[rows] = y
    return middles, begins


def strokes(found: Routes, middles: Sequence[int], begins: dict[int, int]) -> tuple[Stroke, ...]:
    """Every net as straight pieces."""
    pieces: dict[Net, list[tuple[Point, Point]]] = defaultdict(list)
    marks: dict[Net, Point] = {}
    for channel, runs in sorted(found.channels.items()):
        for run in runs:
            pieces[run.net] += _pieces(found, run, channel, middles, begins)
            bar = run.bar(upper=True)
            if run.net.apart and bar and run.upper is not None and len(run.tops) > 1:
                marks[run.net] = (_mark(run, runs, bar), _upper(begins[channel], run.upper))
    return tuple(Stroke(net.kind, tuple(found), marks.get(net)) for net, found in pieces.items())


def between(found: Routes, begins: dict[int, int], rows: int) -> list[int]:
    """The height in each channel at which no bar lies: between the upper and the lower ones."""
    return [_upper(begins[row], found.tracks.get(row, (0, 0))[0]) for row in range(rows)]


def _upper(begin: int, track: int) -> int:
    return begin + Size.CHANNEL // 2 + track * Size.TRACK


def _pieces(
    found: Routes, run: Run, channel: int, middles: Sequence[int], begins: dict[int, int]
) -> Iterator[tuple[Point, Point]]:
    begin = begins[channel]
    end = begin + Size.CHANNEL + sum(found.tracks[channel]) * Size.TRACK
    high = None if run.upper is None else _upper(begin, run.upper)
    low = None if run.lower is None else end - Size.CHANNEL // 2 - run.lower * Size.TRACK
    turns = [y for y in (high, low) if y is not None] or [(begin + end) // 2]
    for x, who in run.tops:
        start = _edge(found.spots[who], x, middles[channel], bottom=True) if who else begin
        yield (x, start), (x, turns[0])
    for x, who in run.bottoms:
        stop = _edge(found.spots[who], x, middles[channel + 1], bottom=False) if who else end + 2 * Size.HALF
        yield (x, turns[-1]), (x, stop)
    for y, bar in ((high, run.bar(upper=True)), (low, run.bar(upper=False))):
        if y is not None and bar is not None:
            yield (bar[0], y), (bar[1], y)
    if run.drop is not None and len(turns) > 1:
        yield (run.drop, turns[0]), (run.drop, turns[1])


def _edge(spot: Spot, x: int, middle: int, *, bottom: bool) -> int:
    """The height at which the symbol of somebody is left at x."""
    away = abs(x - spot.x)
    if spot.who.shape is Shape.PROFESSIONAL:
        return middle + (Size.SQUARE if bottom else -Size.SQUARE)
    if spot.who.shape is Shape.UNBORN:
        up, down, wide = Size.TRIANGLE
        return middle + down if bottom else middle - up + away * (up + down) // wide
    return middle + (Size.HALF - away if bottom else away - Size.HALF)


def _mark(run: Run, runs: Iterable[Run], bar: tuple[int, int]) -> int:
    """Where on a bar the mark of a separation stands: on no upright."""
    uprights = [x for other in runs for x, _ in other.tops]
    uprights += [x for other in runs for x in (other.drop,) if x is not None]
    wanted = (bar[0] * 3 + bar[1]) // 4
    inside = range(bar[0] + Size.AIR, bar[1] - Size.AIR + 1)
    free = [x for x in inside if all(abs(x - other) >= Size.AIR for other in uprights)]
    return min(free, key=lambda x: (abs(x - wanted), x), default=wanted)
