// Pages work without this file; it makes them smoother. Nothing is stored on the device.
"use strict";
(() => {
  // A page from the back-forward cache shows what may no longer be read: ask for it again.
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  // Quick exit: the button, or Escape three times within two seconds.
  const exit = document.body.dataset.exit;
  if (exit) {
    const leave = () => { document.body.hidden = true; location.replace(exit); };
    let presses = [];
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape") { return; }
      const now = performance.now();
      presses = presses.filter((at) => now - at < 2000).concat(now);
      if (presses.length >= 3) { leave(); }
    }, true);
    for (const link of document.querySelectorAll("a.exit")) {
      link.addEventListener("click", (event) => { event.preventDefault(); leave(); });
    }
  }

  // Errors are read first.
  document.querySelector("[data-focus]")?.focus();

  // Parts of a form that belong to one answer, or to one of several: <... data-when="name=value|other">.
  const showParts = () => {
    for (const part of document.querySelectorAll("[data-when]")) {
      const [name, value] = part.dataset.when.split("=");
      const form = part.closest("form") || document;
      const chosen = form.querySelector(`[name="${CSS.escape(name)}"]:checked`) || form.querySelector(`select[name="${CSS.escape(name)}"]`);
      part.hidden = !chosen || !value.split("|").includes(chosen.value);
    }
  };
  // What is only asked of a child: <... data-when-child="name of the field with the teller">.
  const showForChild = () => {
    for (const part of document.querySelectorAll("[data-when-child]")) {
      const teller = part.closest("form").querySelector(`[name="${CSS.escape(part.dataset.whenChild)}"]:checked`);
      part.hidden = !teller || !part.closest("form").querySelector(`[data-child][data-id="${CSS.escape(teller.value)}"]`);
    }
  };
  const showAll = () => { showParts(); showForChild(); };
  showAll();
  addEventListener("change", showAll);
  addEventListener("htmx:afterSwap", showAll);

  // The sentence of a circle names who can not read, as soon as somebody chooses. The server says it again.
  const sayCircle = (box) => {
    const form = box.closest("form"), say = box.querySelector("[data-circle-say]");
    const way = box.querySelector("input[type=radio]:checked");
    if (!form || !say || !way) { return; }
    const people = [...box.querySelectorAll("[data-name]")];
    const values = (name) => name ? [...form.querySelectorAll(`[name="${CSS.escape(name)}"]:checked`)].map((i) => i.value) : [];
    const teller = values(box.dataset.follow);
    const reads = new Set([...box.dataset.always.split(" "), ...teller]);
    if (way.value === "chosen") {
      for (const person of people) { if (person.querySelector("input").checked) { reads.add(person.dataset.id); } }
    } else {
      for (const id of way.dataset.reads.split(" ")) { reads.add(id); }
      const told = people.find((person) => teller.includes(person.dataset.id));
      if (way.dataset.with && told && !("child" in told.dataset)) { for (const id of values(way.dataset.with)) { reads.add(id); } }
    }
    const not = people.filter((person) => !reads.has(person.dataset.id)).map((person) => person.dataset.name);
    const names = not.length < 2 ? not.join("") : `${not.slice(0, -1).join(", ")} ${say.dataset.and} ${not.at(-1)}`;
    const text = not.length ? (not.length > 1 ? say.dataset.many : say.dataset.one).replace("NAME", () => names) : say.dataset.all;
    if (say.textContent !== text) { say.textContent = text; }
  };
  const sayCircles = () => { for (const box of document.querySelectorAll("[data-circle]")) { sayCircle(box); } };
  sayCircles();
  addEventListener("change", sayCircles);
  addEventListener("htmx:afterSwap", sayCircles);

  // A draft is kept on the server on every pause: <form data-draft="address">.
  for (const form of document.querySelectorAll("form[data-draft]")) {
    const say = form.querySelector("[data-draft-say]") || document.querySelector("[data-draft-say]");
    let timer = 0, kept = "", confirming = false;
    const body = () => new URLSearchParams(new FormData(form));
    const keep = async () => {
      const now = body().toString();
      if (confirming || now === kept) { return; }
      try {
        const answer = await fetch(form.dataset.draft, { method: "POST", body: body(), credentials: "same-origin" });
        if (!answer.ok) { throw new Error(); }
        kept = now;
        if (say) { say.textContent = await answer.text(); }
        connected(true);
      } catch { connected(false); timer = setTimeout(keep, 5000); }
    };
    kept = body().toString();
    const later = () => { clearTimeout(timer); timer = setTimeout(keep, 1200); };
    form.addEventListener("input", later);
    form.addEventListener("change", later);
    form.addEventListener("submit", () => { confirming = true; clearTimeout(timer); });
    document.addEventListener("visibilitychange", () => { if (document.hidden) { keep(); } });
  }

  // A lost connection is said, and the open page keeps the text.
  const connected = (is) => {
    const note = document.querySelector("[data-offline]");
    if (note) { note.hidden = is; }
  };
  addEventListener("offline", () => connected(false));
  addEventListener("online", () => connected(true));

  // What was shared may end while its page stands open: <body data-still="address">. The page goes blank as long as
  // nobody can tell that it may be read, and is asked for again once it may not.
  const still = document.body.dataset.still;
  if (still) {
    const begun = performance.timeOrigin; // before the page was made; compared with the clock too, which goes on in sleep
    const look = async () => {
      const page = document.querySelector("main");
      const age = Math.ceil(Math.max(performance.now(), Date.now() - begun) / 1000) + 1;
      try {
        const answer = await fetch(`${still}?leeftijd=${age}`, { credentials: "same-origin", redirect: "manual" });
        page.hidden = answer.status !== 204;
        if (page.hidden) { location.replace(location.href.split("#")[0]); }
      } catch { page.hidden = true; }
    };
    setInterval(look, 45000);
    document.addEventListener("visibilitychange", () => { if (!document.hidden) { look(); } });
  }

  // The same button pressed twice sends once (the server counts it once as well).
  addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    setTimeout(() => { delete form.dataset.sent; }, 4000);
  });
  addEventListener("click", (event) => { if (event.target.closest("[data-print]")) { print(); } });
})();
