"""Rosters in every form that a personnel agency sends: text in any encoding, workbooks by openpyxl, and workbooks by hand."""

import io
import zipfile

import openpyxl

HEAD = ["No", "Nama Lengkap", "NIP", "Pangkat/Gol.", "Jabatan", "Unit Kerja", "Kategori"]


def nip(number):
    """A number of nobody; 159,840 of them are different."""
    return f"{1960 + number // 999 % 40}{9 + number // 39960 % 4:02d}26201505{1 + number % 2}{1 + number % 999:03d}"


def people(count):
    """Rows below HEAD; é is in Windows-1252 too, and the quotes and separators want care."""
    return [[str(i), f'Peserta Contoh {i:04d}, S.Sos.; "é"', nip(i), "Penata (III/c)", "Analis Kebijakan", f"OPD contoh {1 + i % 8}", "PNS"] for i in range(1, count + 1)]


def csv(rows, separator=";", encoding="utf-8"):
    quoted = lambda row: separator.join('"' + cell.replace('"', '""') + '"' for cell in row)
    return "".join(quoted(row) + "\r\n" for row in rows).encode(encoding)


def workbook(rows, letterhead=(), more=(), title="Pegawai", numbers=()):
    """Bytes of a workbook; columns of `numbers` (from 0) hold numbers, as when somebody typed a NIP into an unprepared cell."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in letterhead:
        sheet.append(row)
    for place, row in enumerate(rows):
        sheet.append([float(cell) if i in numbers and place > 0 else cell for i, cell in enumerate(row)])
    for other, state in more:
        book.create_sheet(other).sheet_state = state
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


TYPES = '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relationships(*targets):
    lines = "".join(f'<Relationship Id="r{i}" Type="{RELATIONS}/{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(targets, 1))
    return f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'


def parts(sheet, strings="", target="worksheets/sheet1.xml", namespace="http://schemas.openxmlformats.org/spreadsheetml/2006/main"):
    """The parts of a workbook whose one sheet has this XML as its rows."""
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{RELATIONS}"><sheets><sheet name="Satu" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(("worksheet", target), ("sharedStrings", "/xl/sharedStrings.xml")),
        "xl/sharedStrings.xml": f'<sst xmlns="{namespace}">{strings}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{namespace}"><sheetData>{sheet}</sheetData></worksheet>',
    }


def package(members, compression=zipfile.ZIP_DEFLATED):
    """Bytes of a ZIP; a member is text, bytes, or many pieces."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression, compresslevel=1) as archive:
        for name, content in members.items():
            with archive.open(name, "w") as member:
                for piece in [content] if isinstance(content, (str, bytes)) else content:
                    member.write(piece.encode() if isinstance(piece, str) else piece)
    return out.getvalue()


def inline(*cells):
    """The XML of one row of inline strings."""
    return "<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in cells) + "</row>"
