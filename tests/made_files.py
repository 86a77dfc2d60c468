"""Small files made in memory, each with something in it that tells about its maker."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAKER = "Pietje Maker"


def photo(kind: str = "JPEG", size: tuple[int, int] = (8, 4)) -> bytes:
    """A photo turned on its side, with an author and a place in its EXIF."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter
    exif[0x013B] = MAKER
    exif.get_ifd(0x8825)[2] = (52.0, 5.0, 1.0)
    made = BytesIO()
    Image.new("RGB", size, "red").save(made, kind, exif=exif)
    return made.getvalue() + b"behind it " + MAKER.encode()


def pdf(words: str = "Afspraken over het weekend", *, lock: str = "", twice: bool = False) -> bytes:
    """One page of text, with an author, a script that runs on opening and an attached file."""
    writer = PdfWriter()
    page = writer.add_blank_page(300, 300)
    contents = DecodedStreamObject()
    contents.set_data(f"BT /F1 12 Tf 20 200 Td ({words}) Tj ET".encode("latin-1"))
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Contents")] = writer._add_object(contents)
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    writer.add_metadata({"/Author": MAKER})
    script = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert('hallo')")}
    action = DictionaryObject({NameObject(name): value for name, value in script.items()})
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(action)
    writer.add_attachment("geheim.txt", b"attached " + MAKER.encode())
    if lock:
        writer.encrypt(lock)
    made = BytesIO()
    writer.write(made)
    if not twice:
        return made.getvalue()
    again = PdfWriter(BytesIO(made.getvalue()), incremental=True)
    data = DecodedStreamObject()
    data.set_data(b"BT /F1 12 Tf 20 200 Td (Nieuwe woorden) Tj ET")
    again.pages[0][NameObject("/Contents")] = again._add_object(data)
    later = BytesIO()
    again.write(later)
    return later.getvalue()


def pdf_about(data: bytes, words: str) -> bytes:
    """The same PDF, with these words packed in what it tells of itself."""
    writer = PdfWriter(clone_from=BytesIO(data))
    told = DecodedStreamObject()
    told.set_data(f"<dc:subject>{words}</dc:subject>".encode())
    packed = told.flate_encode()
    packed[NameObject("/Type")] = NameObject("/Metadata")
    writer.root_object[NameObject("/Metadata")] = writer._add_object(packed)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def packed(members: dict[str, str | bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as found:
        for name, data in members.items():
            found.writestr(name, data)
    return made.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as found:
        return {name: found.read(name) for name in found.namelist()}


CONTENT = "application/vnd.openxmlformats-officedocument."
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(body: str | None = None, more: dict[str, str | bytes] | None = None) -> bytes:
    """Tracked changes, a comment, an author, a macro and a template from elsewhere."""
    who = f'w:id="1" w:author="{MAKER}" w:date="2026-01-01T10:00:00Z"'
    body = body or (
        "<w:p><w:r><w:t>Wij spreken af </w:t></w:r>"
        f"<w:ins {who}><w:r><w:t>ingevoegd</w:t></w:r></w:ins>"
        f"<w:del {who}><w:r><w:delText>weggehaald</w:delText></w:r></w:del>"
        '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'
        f"<w:tbl><w:tr><w:trPr><w:del {who}/></w:trPr><w:tc><w:p><w:r><w:t>verdwenenrij</w:t></w:r></w:p></w:tc>"
        "</w:tr></w:tbl>"
    )
    main = f"{CONTENT}wordprocessingml"
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="text/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}.document.main+xml"/>'
            f'<Override PartName="/word/comments.xml" ContentType="{main}.comments+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{RELS}">'
            f'<Relationship Id="r1" Type="{REL}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="r2" Type="{REL}/core" Target="docProps/core.xml"/></Relationships>',
            "docProps/core.xml": f"<core><creator>{MAKER}</creator></core>",
            "docProps/app.xml": f"<app><Manager>{MAKER}</Manager></app>",
            "word/comments.xml": f'<w:comments xmlns:w="{W}"><w:comment {who}>Opmerking</w:comment></w:comments>',
            "word/vbaProject.bin": b"macro",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELS}">'
            f'<Relationship Id="r1" Type="{REL}/comments" Target="comments.xml"/>'
            f'<Relationship Id="r3" Type="{REL}/attachedTemplate" Target="http://x.example/t" TargetMode="External"/>'
            f'<Relationship Id="r4" Type="{REL}/hyperlink" Target="http://link.example" TargetMode="External"/>'
            "</Relationships>",
            "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/'
            'markup-compatibility/2006" xmlns:w14="urn:w14" mc:Ignorable="w14" w14:x="1">'
            f"<w:body>{body}</w:body></w:document>",
            **(more or {}),
        }
    )


def xlsx() -> bytes:
    """One sheet with a shared text, a number and a note by somebody."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Override PartName="/xl/workbook.xml" '
            f'ContentType="{CONTENT}spreadsheetml.sheet.main+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{RELS}"><Relationship Id="r1" Type="{REL}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{REL}"><fileSharing userName="{MAKER}"/><sheets>'
            '<sheet name="Blad" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELS}"><Relationship Id="r1" '
            f'Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}" xmlns:r="{REL}"><sheetData><row><c t="s"><v>0</v>'
            '</c><c><v>612345678</v></c></row></sheetData><legacyDrawing r:id="r1"/></worksheet>',
            "xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships xmlns="{RELS}"><Relationship Id="r1" '
            f'Type="{REL}/vml" Target="../drawings/vmlDrawing1.vml"/></Relationships>',
            "xl/drawings/vmlDrawing1.vml": "<xml/>",
            "xl/sharedStrings.xml": f'<sst xmlns="{main}"><si><t>Zakgeld</t></si></sst>',
            "xl/comments1.xml": f"<comments><authors><author>{MAKER}</author></authors></comments>",
        }
    )


def odt() -> bytes:
    """Text with a deleted passage kept aside, a remark and a maker."""
    o = "urn:oasis:names:tc:opendocument:xmlns:"
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{o}manifest:1.0"><m:file-entry m:full-path="/"/>'
            '<m:file-entry m:full-path="content.xml"/><m:file-entry m:full-path="meta.xml"/></m:manifest>',
            "meta.xml": f"<meta>{MAKER}</meta>",
            "content.xml": f'<o:document-content xmlns:o="{o}office:1.0" xmlns:t="{o}text:1.0" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><o:body><o:text><t:tracked-changes><t:changed-region>'
            f"<dc:creator>{MAKER}</dc:creator><t:p>weggehaald</t:p></t:changed-region></t:tracked-changes>"
            f"<t:p>Wij <o:annotation><dc:creator>{MAKER}</dc:creator><t:p>Opmerking</t:p></o:annotation>spreken af"
            "</t:p></o:text></o:body></o:document-content>",
        }
    )
