#!/usr/bin/env python3
"""Writes the files beside it: tables as offices and their programs make them, for OwnFileTests, which has each file's right value.

Needs openpyxl, XlsxWriter and LibreOffice. Files of LibreOffice differ a little at each run. `make.py NAME…` writes only these.
"""
import io, re, subprocess, sys, tempfile, unicodedata, zipfile
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape
import openpyxl, xlsxwriter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.comments import Comment

HERE = Path(__file__).parent
HEAD = ["STT", "Mã tỉnh", "Tỉnh, thành phố", "Đơn vị", "Loại đơn vị", "Số công chức"]
KV = "Phòng THADS khu vực"
CB = [["04", "Cao Bằng", "THADS tỉnh Cao Bằng", "THADS tỉnh", 180], ["04", "Cao Bằng", "Văn phòng", "Phòng chuyên môn", 5],
      ["04", "Cao Bằng", KV + " 1", KV, 10], ["04", "Cao Bằng", KV + " 2", KV, 4]]
HUE = [["46", "Huế", "THADS thành phố Huế", "THADS thành phố", 300], ["46", "Huế", KV + " 1", KV, 201]]
BODY = [[i + 1] + row for i, row in enumerate(CB + HUE)]
TABLE = [HEAD] + BODY
NOMINATIONS = ["STT", "Đơn vị đề nghị", "Hình thức khen thưởng", "Tập thể", "Họ và tên", "Số hiệu công chức", "Chức vụ", "Nơi công tác"]
TWO = [[1, "04", "Giấy khen", "04-KV01"], [2, "04", "Giấy khen", None, "Nguyễn Văn Ả", "CC-00123", "Chuyên viên", "04-KV02"]]
CHECKLIST = ["Mục", "Ngày hoàn thành", "Bảo đảm chất lượng", "Minh chứng"]
DIRECTIVE = "259/CQLTHADS-CĐ&TKDL"
FILES = {}


def file(name):
    """Registers what writes a file: a function that returns its bytes."""
    def register(function):
        assert name not in FILES, name
        FILES[name] = function
        return function
    return register


def spliced(rows, at, *more):
    return rows[:at] + list(more) + rows[at:]


# Written by hand

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACK = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT = ("http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships")


def letters(column):
    return (letters(column // 26 - 1) if column > 25 else "") + chr(65 + column % 26)


def cell(value, row, column, places=True, style=""):
    at = f' r="{letters(column)}{row}"' if places else ""
    if value is None: return f"<c{at}/>"
    if isinstance(value, str) and value.startswith("<"): return f"<c{at}{style}" + value[1:]  # as given: '< t="b"><v>1</v></c>'
    if isinstance(value, (int, float)): return f"<c{at}{style}><v>{value}</v></c>"
    return f'<c{at} t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def sheet(rows, *, before="", after="", places=True, attributes={}, main=MAIN):
    body = ""
    for number, row in enumerate(rows, 1):
        at = f' r="{number}"' if places else ""
        cells = "".join(cell(v, number, c, places) for c, v in enumerate(row) if v is not None or not places)
        body += f"<row{at}{attributes.get(number, '')}>{cells}</row>"
    return f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{main}" xmlns:r="{RELS}">{before}<sheetData>{body}</sheetData>{after}</worksheet>'


def merges(*ranges):
    return f'<mergeCells count="{len(ranges)}">' + "".join(f'<mergeCell ref="{r}"/>' for r in ranges) + "</mergeCells>"


def package(parts, **options):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", options.get("compression", zipfile.ZIP_DEFLATED)) as archive:
        archive.comment = options.get("comment", b"")
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (2026, 11, 1, 8, 0, 0))
            info.compress_type = archive.compression
            with archive.open(info, "w", force_zip64=options.get("zip64", False)) as part:
                part.write(text if isinstance(text, bytes) else text.encode())
    return out.getvalue()


def parts(sheets, *, main=MAIN, rels=RELS, target="worksheets/sheet{}.xml", root="xl/workbook.xml", before="", states={}, more={}):
    """A workbook's parts: `sheets` maps names to XML."""
    kind = rels + "/"
    content = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' \
        f'<Override PartName="/{root}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' \
        + "".join(f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' for i in range(1, len(sheets) + 1)) + "</Types>"
    listed = "".join(f'<sheet name="{escape(n)}" sheetId="{i}"{states.get(n, "")} r:id="rId{i}"/>' for i, n in enumerate(sheets, 1))
    links = "".join(f'<Relationship Id="rId{i}" Type="{kind}worksheet" Target="{target.format(i)}"/>' for i in range(1, len(sheets) + 1))
    links += "".join(f'<Relationship Id="rIdX{i}" Type="{kind}{k}" Target="{n.removeprefix("xl/")}"/>' for i, (n, (k, _)) in enumerate(more.items()))
    folder, name = root.rsplit("/", 1)
    result = {
        "[Content_Types].xml": content,
        "_rels/.rels": f'<Relationships xmlns="{PACK}"><Relationship Id="rId1" Type="{kind}officeDocument" Target="{root}"/></Relationships>',
        root: f'<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="{main}" xmlns:r="{rels}">{before}<sheets>{listed}</sheets></workbook>',
        f"{folder}/_rels/{name}.rels": f'<Relationships xmlns="{PACK}">{links}</Relationships>',
    }
    for i, text in enumerate(sheets.values(), 1): result[f"xl/worksheets/sheet{i}.xml"] = text
    for n, (_, text) in more.items(): result[n] = text
    return result


def book(rows, **options):
    return package(parts({"Biên chế": sheet(rows, **options)}))


def styles(*codes):
    """A style for each number format, from 1."""
    formats = "".join(f'<numFmt numFmtId="{164 + i}" formatCode="{escape(c, {chr(34): "&quot;"})}"/>' for i, c in enumerate(codes))
    uses = '<xf numFmtId="0"/>' + "".join(f'<xf numFmtId="{164 + i}" applyNumberFormat="1"/>' for i in range(len(codes)))
    return {"xl/styles.xml": ("styles", f'<styleSheet xmlns="{MAIN}"><numFmts count="{len(codes)}">{formats}</numFmts><cellXfs count="{len(codes) + 1}">{uses}</cellXfs></styleSheet>')}


def csv(rows, separator=",", end="\r\n"):
    def quoted(value):
        text = "" if value is None else str(value)
        return '"' + text.replace('"', '""') + '"' if any(c in text for c in separator + '"\r\n') else text
    return "".join(separator.join(map(quoted, row)) + end for row in rows)


# How a workbook is written

@file("x01-strict.xlsx")
def _(): return package(parts({"Biên chế": sheet(TABLE, main=STRICT[0])}, main=STRICT[0], rels=STRICT[1]))

@file("x02-prefixes.xlsx")
def _():
    """Every element has a prefix, as some libraries of .NET write them."""
    plain = parts({"Biên chế": sheet(TABLE)})
    for name in ["xl/workbook.xml", "xl/worksheets/sheet1.xml"]:
        plain[name] = re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1x:", plain[name]).replace('xmlns="', 'xmlns:x="')
    return package(plain)

@file("x03-absolute-targets.xlsx")
def _(): return package(parts({"Biên chế": sheet(TABLE)}, target="/xl/worksheets/sheet{}.xml"))

@file("x04-roundabout-targets.xlsx")
def _(): return package(parts({"Biên chế": sheet(TABLE)}, target="../xl/./worksheets/sheet{}.xml"))

@file("x05-no-places.xlsx")
def _():
    """No cell and no row says where it stands."""
    return book(TABLE, places=False)

@file("x06-other-workbook-part.xlsx")
def _(): return package(parts({"Biên chế": sheet(TABLE)}, root="xl/quyen2.xml"))

@file("x07-rich-text-and-phonetic.xlsx")
def _():
    """Names in runs of several fonts, with phonetic runs, which are no part of the text."""
    def rich(text):
        return f'< t="inlineStr"><is><r><rPr><b/></rPr><t xml:space="preserve">{text[:5]}</t></r><r><t xml:space="preserve">{text[5:]}</t></r><rPh sb="0" eb="1"><t>KANA</t></rPh><phoneticPr fontId="1"/></is></c>'
    return book([HEAD] + [[r[0], r[1], rich(r[2]), rich(r[3]), rich(r[4]), r[5]] for r in BODY])

@file("x08-shared-rich-text.xlsx")
def _():
    strings = sorted({v for r in TABLE for v in r if isinstance(v, str)})
    items = "".join(f'<si><r><t xml:space="preserve">{s[:3]}</t></r><r><rPr><i/></rPr><t xml:space="preserve">{s[3:]}</t></r><rPh sb="0" eb="1"><t>KANA</t></rPh></si>' for s in strings)
    shared = f'<sst xmlns="{MAIN}" count="999" uniqueCount="1">{items}</sst>'
    rows = [[f'< t="s"><v>{strings.index(v)}</v></c>' if isinstance(v, str) else v for v in r] for r in TABLE]
    return package(parts({"Biên chế": sheet(rows)}, more={"xl/sharedStrings.xml": ("sharedStrings", shared)}))

@file("x09-comments-cdata-entities.xlsx")
def _():
    text = sheet(TABLE).replace("<sheetData>", "<!-- <row><c><v>9</v></c></row> --><sheetData>")
    text = text.replace(">Huế<", "><![CDATA[Huế]]><").replace(">Cao Bằng<", ">Cao B&#x1EB1;ng<").replace("<v>180</v>", "<v>1<!-- 9 -->80</v>")
    return package(parts({"Biên chế": text}))

@file("x10-utf-16.xlsx")
def _():
    """OPC allows parts in UTF-16."""
    plain = parts({"Biên chế": sheet(TABLE).replace("UTF-8", "UTF-16")})
    plain["xl/worksheets/sheet1.xml"] = plain["xl/worksheets/sheet1.xml"].encode("utf-16")
    return package(plain)

@file("x11-stored-zip64-comment.xlsx")
def _(): return package(parts({"Biên chế": sheet(TABLE)}), compression=zipfile.ZIP_STORED, zip64=True, comment=b"do phan mem xuat ra")

@file("x12-streamed.xlsx")
def _():
    """Written to a stream: sizes follow the data."""
    class Stream(io.RawIOBase):
        def __init__(self): self.bytes = b""
        def writable(self): return True
        def write(self, data): self.bytes += bytes(data); return len(data)
    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts({"Biên chế": sheet(TABLE)}).items(): archive.writestr(name, text)
    return stream.bytes

@file("x13-escaped-characters.xlsx")
def _():
    """Excel writes a carriage return as _x000D_."""
    head = HEAD[:5] + ["Số_x000D_\ncông chức"]
    return book([head] + [[r[0], r[1], r[2], r[3].replace("khu ", "khu_x0020_"), r[4], r[5]] for r in BODY])

@file("x14-numbers-as-programs-write-them.xlsx")
def _():
    forms = ["1.8E2", "5.0", "10", "4.0000000000000000", "3e+2", "2.0100000000000000E2"]
    return book([HEAD] + [r[:5] + [f"<><v>{f}</v></c>"] for r, f in zip(BODY, forms)])

@file("x25-nearly-whole.xlsx")
def _():
    """What a formula leaves of 300 * 0.67: Excel shows 201, and the cell has a little more."""
    return book([HEAD] + BODY[:5] + [BODY[5][:5] + ["<><v>201.00000000000003</v></c>"]])

@file("x15-codes-as-numbers-with-format.xlsx")
def _():
    rows = [HEAD] + [[r[0], f'< s="1"><v>{int(r[1])}</v></c>'] + r[2:5] + [f'< s="2"><v>{r[5]}</v></c>'] for r in BODY]
    return package(parts({"Biên chế": sheet(rows)}, more=styles("00", '#,##0" người"')))

@file("x16-count-formatted-as-date.xlsx")
def _():
    """Somebody has formatted the counts as dates: 180 is shown as 28/6/1900."""
    rows = [HEAD] + [r[:5] + [f'< s="1"><v>{r[5]}</v></c>'] for r in BODY]
    return package(parts({"Biên chế": sheet(rows)}, more=styles("dd/mm/yyyy")))

@file("x17-formulas.xlsx")
def _():
    """Names and counts are formulas with values; a shared formula, and an array."""
    rows = [HEAD] + [[r[0], r[1], f'< t="str"><f>VLOOKUP(B{i},X:Y,2,0)</f><v>{r[2]}</v></c>', r[3], r[4],
                      f'<><f t="shared" si="0"{" ref=%sF2:F7%s" % (chr(34), chr(34)) if i == 2 else ""}>{"G2+H2" if i == 2 else ""}</f><v>{r[5]}</v></c>'] for i, r in enumerate(BODY, 2)]
    return book(rows)

@file("x18-uncalculated.xlsx")
def _(): return book([HEAD] + [r[:5] + [f"<><f>{r[5] - 1}+1</f></c>"] for r in BODY])

@file("x19-failed-formula.xlsx")
def _(): return book([HEAD] + BODY[:3] + [BODY[3][:5] + ['< t="e"><f>Z1</f><v>#N/A</v></c>']] + BODY[4:])

@file("x20-chart-sheet-first.xlsx")
def _():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        drawing = workbook.add_chartsheet("Biểu đồ")
        page = workbook.add_worksheet("Số liệu")
        for number, row in enumerate(TABLE): page.write_row(number, 0, row)
        chart = workbook.add_chart({"type": "column"})
        chart.add_series({"values": "='Số liệu'!$F$2:$F$7"})
        drawing.set_chart(chart)
    return out.getvalue()

@file("x21-excel-table-with-totals.xlsx")
def _():
    """A table object with its total row, a filter, frozen panes, a comment, protection."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        page = workbook.add_worksheet()
        columns = [{"header": h} for h in HEAD]
        columns[0]["total_string"], columns[5]["total_function"], columns[5]["total_value"] = "Tổng", "sum", 700
        page.add_table(0, 0, 7, 5, {"data": BODY, "columns": columns, "total_row": True})
        page.freeze_panes(1, 0)
        page.write_comment("F2", "Số liệu ngày 01/11/2026: 999")
        page.protect("x")
    return out.getvalue()

@file("x22-shared-strings-of-openpyxl.xlsx")
def _():
    workbook = openpyxl.Workbook()
    for row in TABLE: workbook.active.append(row)
    workbook.active["A9"] = "Tổng cộng"
    workbook.active["F9"] = "=SUM(F2:F7)"
    workbook.active["F2"].comment = Comment("185 theo quyết định", "x")
    check = DataValidation(type="list", formula1='"THADS tỉnh,Phòng chuyên môn"')
    workbook.active.add_data_validation(check)
    check.add("E2:E99")
    return saved(workbook)

@file("x23-hidden-sheets.xlsx")
def _():
    old = [HEAD] + [r[:5] + [r[5] + 1] for r in BODY]
    sheets = {"Cũ": sheet(old), "Rất cũ": sheet(old), "Mới": sheet(TABLE)}
    return package(parts(sheets, states={"Cũ": ' state="hidden"', "Rất cũ": ' state="veryHidden"'}))

@file("x24-second-sheet-has-only-the-header.xlsx")
def _(): return package(parts({"Biên chế": sheet(TABLE), "Quý sau": sheet([HEAD])}))


@file("x26-cells-out-of-order.xlsx")
def _():
    text = sheet(TABLE)
    return package(parts({"A": re.sub(r'(<c r="E2".*?</c>)(<c r="F2".*?</c>)', r"\2\1", text)}))

@file("x27-sheet-twice-in-the-archive.xlsx")
def _():
    """Two parts of one name: which is read depends on the program."""
    out = io.BytesIO(package(parts({"A": sheet([HEAD] + [r[:5] + [r[5] + 1] for r in BODY])})))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive: archive.writestr(zipfile.ZipInfo("xl/worksheets/sheet1.xml", (2026, 11, 1, 8, 0, 0)), sheet(TABLE))
    return out.getvalue()

def runs(*pieces):
    """A text in runs: each is a format and its text."""
    return '< t="inlineStr"><is>' + "".join(f'<r><rPr>{f}</rPr><t xml:space="preserve">{t}</t></r>' for f, t in pieces) + "</is></c>"

@file("x28-footnote-marks.xlsx")
def _():
    """180 with the footnote 1, in superscript: not 1801."""
    raised = '<vertAlign val="superscript"/>'
    rows = [BODY[0][:5] + [runs(("", "180"), (raised, "1"))], BODY[1][:3] + [runs(("<b/>", "Văn phòng"), ("<b/>" + raised, "(2)"))] + BODY[1][4:]]
    return book([HEAD[:5] + [runs(("", "Số công chức"), (raised, "*"))]] + rows + BODY[2:] + [["1: không gồm hợp đồng"]])

@file("x29-corrected-by-striking-out.xlsx")
def _():
    """5, struck out, and 10 behind it: not 510; and a correction that is not struck out."""
    return book([HEAD] + BODY[:2] + [BODY[2][:5] + [runs(('<strike/><color rgb="FFFF0000"/>', "5"), ('<strike val="0"/>', "10"))]] + BODY[3:])

@file("x30-row-struck-out.xlsx")
def _():
    """A unit that no longer exists is struck out, and not deleted."""
    def struck(v): return f'< s="1" t="inlineStr"><is><t>{v}</t></is></c>' if isinstance(v, str) else f'< s="1"><v>{v}</v></c>'
    styles = f'<styleSheet xmlns="{MAIN}"><fonts count="2"><font><sz val="11"/></font><font><strike/><sz val="11"/></font></fonts><cellXfs count="2"><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>'
    return package(parts({"A": sheet(TABLE + [list(map(struck, [7, "46", "Huế", KV + " 2", KV, 12]))])}, more={"xl/styles.xml": ("styles", styles)}))

@file("x31-hidden-column.xlsx")
def _():
    """The column that is read is hidden, and a newer one beside it has another name."""
    return book([HEAD + ["Sau rà soát"]] + [r + [r[5] - 1] for r in BODY], before='<cols><col min="1" max="1" width="5"/><col min="6" max="6" width="0" hidden="1"/></cols>')

@file("x32-contents-below-merged-cells.xlsx")
def _(): return book([HEAD] + [r[:1] + (["22", "Quảng Ninh"] if i in (1, 3, 5) else [r[1], r[2]]) + r[3:] for i, r in enumerate(BODY)], after=merges("B2:B5", "C2:C5", "B6:B7", "C6:C7"))


def saved(workbook):
    workbook.properties.created = workbook.properties.modified = datetime(2026, 11, 1)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


# Text

@file("t01-libreoffice.csv")
def _(): return office(book(TABLE), "xlsx", 'csv:Text - txt - csv (StarCalc):44,34,76,1')

@file("t02-semicolons-1258.csv")
def _():
    """As Excel writes it on a Vietnamese Windows of old."""
    return narrow(csv(TABLE, ";"))

@file("t03-unicode-text.txt")
def _(): return csv(TABLE, "\t").encode("utf-16")

@file("t04-sep-line.csv")
def _(): return ("sep=;\r\n" + csv(TABLE, ";")).encode("utf-8-sig")

@file("t05-bars-and-old-mac.csv")
def _(): return csv(TABLE, "|", "\r").encode()

@file("t06-decomposed.csv")
def _(): return unicodedata.normalize("NFD", csv(TABLE, ",", "\n")).encode()

@file("t07-blank-columns-and-lines.csv")
def _():
    """Excel's CSV of a sheet with borders below and beside the table."""
    return csv([r + [None] * 6 for r in TABLE] + [[None] * 12] * 20, ";").encode("utf-8-sig")

@file("t08-title-and-line-breaks.csv")
def _(): return csv([["BIÊN CHẾ; SỐ LIỆU 01/11/2026"], [], HEAD[:5] + ["Số công chức\n(người)"]] + [r[:3] + [r[3].replace("THADS ", "THADS\n")] + r[4:] for r in BODY]).encode("utf-8-sig")

@file("t09-codes-as-formulas.csv")
def _(): return csv([HEAD] + [[r[0], f'="{r[1]}"'] + r[2:] for r in BODY], ";").encode("utf-8-sig")

@file("t10-twice-encoded.csv")
def _(): return csv(TABLE).encode().decode("cp1252", "replace").encode()

@file("t11-widths-and-blanks.csv")
def _():
    """Full-width digits, no-break spaces, zero-width characters, numbers with their unit."""
    counts = ["１８０", " 5 ", "10 người", "4 cc", "300.0", "\u200b201"]
    return csv([HEAD] + [[r[0], r[1], r[2] + "\u00a0", r[3].replace(" ", "\u00a0"), r[4], c] for r, c in zip(BODY, counts)]).encode()

@file("t12-fraction.csv")
def _(): return csv([HEAD] + BODY[:1] + [BODY[1][:5] + ["5,5"]] + BODY[2:], ";").encode()

@file("t13-one-or-thousand.csv")
def _(): return csv([HEAD] + BODY[:1] + [BODY[1][:5] + ["5.000"]] + BODY[2:], ";").encode()

@file("t14-unquoted-separator.csv")
def _():
    """"Phòng kiểm tra, giải quyết" shifts what stands behind it."""
    return (csv([HEAD] + BODY).replace("Văn phòng", "Phòng kiểm tra, giải quyết")).encode()

@file("t15-web-page.xls")
def _(): return ("<html><meta charset=utf-8><table>" + "".join("<tr>" + "".join(f"<td>{v}</td>" for v in r) + "</tr>" for r in TABLE) + "</table></html>").encode()

@file("t16-excel-2003.xml")
def _(): return ('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>').encode()


# OpenDocument

def office(data, before, after):
    """Converted by LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, f"x.{before}").write_bytes(data)
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", after, "--outdir", folder + "/out", f"{folder}/x.{before}"],
                       check=True, capture_output=True)
        return next(Path(folder, "out").glob("*")).read_bytes()


def ods(table):
    names = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{p}:1.0"' for p in ["office", "table", "text"])
    content = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.2"><office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>'
    return package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content, "META-INF/manifest.xml":
                    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'}, compression=zipfile.ZIP_STORED)


def p(value):
    if value is None: return "<table:table-cell/>"
    if isinstance(value, str) and value.startswith("<"): return value
    if isinstance(value, (int, float)): return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'


def line(row): return "<table:table-row>" + "".join(map(p, row)) + "</table:table-row>"

@file("o01-libreoffice.ods")
def _(): return office(book(spliced(TABLE, 7, ["Tổng cộng", None, None, None, None, 700]), after=merges("A8:E8")), "xlsx", "ods")

@file("o02-libreoffice-again.xlsx")
def _(): return office(book(TABLE), "xlsx", "ods") and office(office(book(TABLE), "xlsx", "ods"), "ods", "xlsx")

@file("o03-groups-covered-and-repeated.ods")
def _():
    """Header rows and groups, cells merged over rows, cells and blank rows repeated up to the sheet's end."""
    covered = "<table:covered-table-cell/>"
    def span(text, rows): return f'<table:table-cell table:number-rows-spanned="{rows}" table:number-columns-spanned="1" office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    rows = []
    for block in (CB, HUE):
        for i, r in enumerate(block):
            rows.append([None] + ([span(r[0], len(block)), span(r[1], len(block))] if i == 0 else [covered, covered]) + r[2:] + ['<table:table-cell table:number-columns-repeated="16000"/>'])
    return ods('<table:table table:name="A"><table:table-header-rows>' + line(HEAD) + "</table:table-header-rows><table:table-row-group>" + "".join(map(line, rows))
               + '</table:table-row-group><table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>')

@file("o04-paragraphs-notes-and-shown-codes.ods")
def _():
    """A note within a cell is no part of its text; a code's zero is shown, not stored; blanks and spans within a paragraph."""
    def code(v): return f'<table:table-cell office:value-type="float" office:value="{int(v)}"><text:p>{v}</text:p></table:table-cell>'
    def name(v): return '<table:table-cell office:value-type="string"><office:annotation><text:p>Xem lại tên</text:p></office:annotation><text:p><text:span>' + v.replace(" ", '</text:span><text:s/><text:span>', 1) + "</text:span></text:p></table:table-cell>"
    return ods('<table:table table:name="A">' + line(HEAD) + "".join(line([r[0], code(r[1]), r[2], name(r[3]), r[4], r[5]]) for r in BODY) + "</table:table>")

@file("o05-hidden-row-and-blank-sheet.ods")
def _():
    rows = [line(r) for r in TABLE]
    rows[3] = rows[3].replace("<table:table-row>", '<table:table-row table:visibility="collapse">')
    return ods('<table:table table:name="Trang bìa"><table:table-row><table:table-cell/></table:table-row></table:table><table:table table:name="A">' + "".join(rows) + "</table:table>")

@file("o06-repeated-unit.ods")
def _():
    """One row that stands for two: the same unit twice."""
    rows = [line(r) for r in TABLE]
    rows[3] = rows[3].replace("<table:table-row>", '<table:table-row table:number-rows-repeated="2">')
    return ods('<table:table table:name="A">' + "".join(rows) + "</table:table>")


@file("o07-values-without-paragraphs.ods")
def _():
    def bare(v): return f'<table:table-cell office:value-type="string" office:string-value="{v}"/>' if isinstance(v, str) else f'<table:table-cell office:value-type="float" office:value="{v}"/>'
    return ods('<table:table table:name="A">' + "".join(line(map(bare, r)) for r in TABLE) + "</table:table>")

@file("o08-hidden-column.ods")
def _():
    columns = '<table:table-column table:number-columns-repeated="5"/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="16378"/>'
    return ods('<table:table table:name="A">' + columns + "".join(map(line, TABLE)) + "</table:table>")

@file("o09-footnote-marks.ods")
def _(): return office(FILES["x28-footnote-marks.xlsx"](), "xlsx", "ods")

@file("o10-corrected-by-striking-out.ods")
def _(): return office(FILES["x29-corrected-by-striking-out.xlsx"](), "xlsx", "ods")

@file("o11-row-struck-out.ods")
def _(): return office(FILES["x30-row-struck-out.xlsx"](), "xlsx", "ods")

@file("o12-contents-below-merged-cells.ods")
def _():
    """LibreOffice keeps what the cells had before they were merged: an older code and name."""
    def covered(text): return f'<table:covered-table-cell office:value-type="string"><text:p>{text}</text:p></table:covered-table-cell>'
    def span(text, rows): return f'<table:table-cell table:number-rows-spanned="{rows}" table:number-columns-spanned="1" office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    rows = [[r[0], span(r[1], len(block)) if i == 0 else covered("22"), span(r[2], len(block)) if i == 0 else covered("Quảng Ninh")] + r[3:]
            for block in (BODY[:4], BODY[4:]) for i, r in enumerate(block)]
    return ods('<table:table table:name="A">' + line(HEAD) + "".join(map(line, rows)) + "</table:table>")

@file("o13-number-below-merged-cells.ods")
def _():
    """A number merged over two units, and what the second cell held before."""
    number = '<table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="1" office:value-type="float" office:value="{0}"><text:p>{0}</text:p></table:table-cell>'
    kept = '<table:covered-table-cell office:value-type="float" office:value="{0}"><text:p>{0}</text:p></table:covered-table-cell>'
    rows = [r[:5] + [(number if i == 1 else kept).format(r[5])] if i in (1, 2) else r for i, r in enumerate(BODY)]
    return ods('<table:table table:name="A">' + line(HEAD) + "".join(map(line, rows)) + "</table:table>")

# Layouts

@file("l01-official-head.xlsx")
def _():
    """State title, form number, unit of measure, column numbers, all above or below the header."""
    top = [["CỤC QUẢN LÝ THADS", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["THADS TỈNH CAO BẰNG", None, None, "Độc lập - Tự do - Hạnh phúc"], ["Số: 12/BC-THADS", None, None, "Cao Bằng, ngày 01 tháng 11 năm 2026"], [],
           ["BÁO CÁO SỐ CÔNG CHỨC CÓ MẶT"], ["(Kèm theo Công văn số 12/THADS-VP)"], [None, None, None, None, "Đơn vị tính: người", None]]
    return book(top + [HEAD, ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"]] + BODY, after=merges("A1:C1", "D1:F1", "A5:F5", "E7:F7"))

@file("l02-assigned-and-present.xlsx")
def _():
    top = [HEAD[:5] + ["Số công chức", None], [None] * 5 + ["Được giao", "Có mặt"]]
    return book(top + [r[:5] + [r[5] + 3, r[5]] for r in BODY], after=merges("F1:G1", *(f"{c}1:{c}2" for c in "ABCDE")))

@file("l03-present-of-whom.xlsx")
def _():
    """Two columns "Có mặt": of civil servants, and of contract staff."""
    top = [HEAD[:5] + ["Công chức", None, "Hợp đồng 111", None], [None] * 5 + ["Giao", "Có mặt", "Giao", "Có mặt"]]
    return book(top + [r[:5] + [r[5] + 3, r[5], 2, 1] for r in BODY], after=merges("F1:G1", "H1:I1", *(f"{c}1:{c}2" for c in "ABCDE")))

@file("l04-sum-and-women.xlsx")
def _():
    top = [HEAD[:5] + ["Số công chức", None, None], [None] * 5 + ["Tổng số", "Nam", "Nữ"]]
    return book(top + [r[:5] + [r[5], r[5] - 2, 2] for r in BODY], after=merges("F1:H1", *(f"{c}1:{c}2" for c in "ABCDE")))

@file("l05-of-these.xlsx")
def _():
    top = [HEAD + ["Trong đó", None], [None] * 6 + ["Nữ", "Đảng viên"]]
    return book(top + [r + [2, 1] for r in BODY], after=merges("G1:H1", *(f"{c}1:{c}2" for c in "ABCDEF")))

@file("l06-three-rows.xlsx")
def _():
    top = [HEAD[:5] + ["Nhân sự", None, None], [None] * 5 + ["Công chức", None, "Người lao động"], [None] * 5 + ["Giao", "Có mặt", None]]
    return book(top + [r[:5] + [r[5] + 1, r[5], 3] for r in BODY], after=merges("F1:H1", "F2:G2", "H2:H3", *(f"{c}1:{c}3" for c in "ABCDE")))

@file("l07-civil-servants-and-others.xlsx")
def _(): return book([HEAD[:5] + ["Công chức", "Viên chức", "Lao động hợp đồng", "Tổng số"]] + [r + [1, 2, r[5] + 3] for r in BODY])

@file("l08-only-what-was-assigned.xlsx")
def _(): return book([HEAD[:5] + ["Biên chế được giao năm 2026"]] + BODY)

@file("l09-as-of-a-day.xlsx")
def _(): return book([HEAD[:5] + ["Số công chức có mặt đến ngày 01/11/2026"]] + BODY)

@file("l10-as-of-a-day-in-brackets.xlsx")
def _(): return book([HEAD[:5] + ["Số công chức có mặt\n(tính đến 01/11/2026)"]] + BODY)

@file("l11-footnote-mark.xlsx")
def _(): return book([HEAD[:4] + ["Loại đơn vị (*)", "Số công chức¹"]] + BODY + [["¹ Không gồm hợp đồng lao động"], ["(*) Theo Quyết định số 12"]])

@file("l12-other-columns.xlsx")
def _():
    """Other columns before, between and behind; another order; capitals; a blank column."""
    head = ["TT", None, "SỐ CÔNG CHỨC", "GHI CHÚ", "LOẠI ĐƠN VỊ", "TÊN ĐƠN VỊ", "TỈNH, THÀNH PHỐ", "NGÀY", "MÃ TỈNH"]
    return book([head] + [[r[0], None, r[5], "x", r[4], r[3], r[2], "01/11/2026", r[1]] for r in BODY])

@file("l13-headings-with-sums.xlsx")
def _():
    """A province's heading with the sum of its units, none of which is its own row."""
    rows = [HEAD, ["I", "04", "Cao Bằng", None, None, 199]] + [[i] + r for i, r in enumerate([CB[1][:4] + [185]] + CB[2:], 1)]
    return book(rows + [["II", "46", "Huế", None, None, 501]] + [[i] + r for i, r in enumerate([["46", "Huế", "Văn phòng", "Phòng chuyên môn", 300], HUE[1]], 1)])

@file("l14-headings-with-sums-and-own-rows.xlsx")
def _(): return book([HEAD, ["I", "04", "Cao Bằng", None, None, 199]] + BODY[:4] + [["II", "46", "Huế", None, None, 501]] + BODY[4:] + [["Tổng cộng", None, None, None, None, 700]])

@file("l15-heading-with-another-sum.xlsx")
def _(): return book([HEAD, ["I", "04", "Cao Bằng", None, None, 379]] + BODY[:4] + [["II", "46", "Huế", None, None, 501]] + BODY[4:])

@file("l16-heading-that-has-the-rest.xlsx")
def _():
    """The heading's sum is more than its units', and no row is the province's own."""
    return book([HEAD, ["I", "04", "Cao Bằng", None, None, 199]] + [[i] + r for i, r in enumerate(CB[1:], 1)] + [["II", "46", "Huế", None, None, 501]] + BODY[4:])

@file("l17-headings-without-codes.xlsx")
def _():
    """No column of codes; provinces are headings, in the column of provinces, with sums and roman numbers."""
    head = [HEAD[0]] + HEAD[2:]
    return book([head, ["I", "Tỉnh Cao Bằng", None, None, 199]] + [[i, None] + r[2:] for i, r in enumerate(CB, 1)] + [["II", "Thành phố Huế", None, None, 501]] + [[i, None] + r[2:] for i, r in enumerate(HUE, 1)])

@file("l18-headings-among-units.xlsx")
def _():
    """Headings in the column of units, with sums."""
    head = [HEAD[0]] + HEAD[2:]
    return book([head, ["I", None, "THADS TỈNH CAO BẰNG", None, 199]] + [[i, None] + r[2:] for i, r in enumerate(CB, 1)] + [["II", None, "THADS THÀNH PHỐ HUẾ", None, 501]] + [[i, None] + r[2:] for i, r in enumerate(HUE, 1)])

@file("l19-heading-with-a-zero.xlsx")
def _(): return book([HEAD, ["I", "04", "Cao Bằng", None, None, 0]] + BODY[:4] + [["II", "46", "Huế", None, None, 0]] + BODY[4:])

@file("l20-sums-of-many-names.xlsx")
def _():
    return book([HEAD, ["Tổng toàn quốc", None, None, None, None, 700]] + BODY[:4] + [[None, None, "Cộng Cao Bằng", None, None, 199]] + BODY[4:] + [[None, None, None, "Cộng (II)", None, 501], [None, None, "TỔNG (I+II)", None, None, 700], ["Tổng cộng toàn Hệ thống:", None, None, None, None, 700]])

@file("l21-sums-of-more-names.xlsx")
def _():
    return book([HEAD, ["Toàn hệ thống", None, None, None, None, 700]] + BODY[:4] + [[None, None, None, "Cộng tỉnh", None, 199]] + BODY[4:] + [[None, None, None, "Tổng TP Huế", None, 501], [None, "Tổng số công chức", None, None, None, 700]])

@file("l22-sum-says-otherwise.xlsx")
def _(): return book(TABLE + [["Tổng cộng", None, None, None, None, 701]])

@file("l23-in-words-and-signed.xlsx")
def _():
    """Signatures in the columns of kinds and counts, the sum in words, recipients."""
    foot = [["Tổng cộng", None, None, None, None, 700], ["Bằng chữ: Bảy trăm công chức./."], [], [None, None, None, None, "Hà Nội, ngày 01 tháng 11 năm 2026"],
            [None, None, "NGƯỜI LẬP BIỂU", None, None, "CỤC TRƯỞNG"], [None, None, "(Ký, họ tên)", None, None, "(Ký, đóng dấu)"], [], [None, None, "Trần Thị B", None, None, "Nguyễn Văn C"],
            ["Nơi nhận:"], ["- Như trên;"], ["- Lưu: VT, TCCB (02b)."]]
    return book(TABLE + foot, after=merges("A8:E8", "A9:F9"))

@file("l24-notes-in-the-first-column.xlsx")
def _():
    """No column of numbers: notes stand in the column of codes."""
    return book([r[1:] for r in TABLE] + [[], ["Ghi chú:"], ["1. Số liệu tính đến 01/11/2026."], ["2. Không gồm 12 hợp đồng lao động."], ["- Cột 5: có mặt."]])

@file("l25-names-once-and-merged.xlsx")
def _():
    rows = [HEAD] + [[r[0]] + ([r[1], r[2]] if i in (0, 4) else [None, None]) + r[3:] for i, r in enumerate(BODY)]
    return book(rows, after=merges("B2:B5", "C2:C5", "B6:B7", "C6:C7"))

@file("l26-names-once-unmerged.xlsx")
def _(): return book([HEAD] + [[r[0]] + ([r[1], r[2]] if i in (0, 4) else [None, None]) + r[3:] for i, r in enumerate(BODY)])

@file("l27-kind-merged.xlsx")
def _():
    rows = [HEAD] + [r[:4] + [None if i == 3 else r[4], r[5]] for i, r in enumerate(BODY)]
    return book(rows, after=merges("E4:E5"))

@file("l28-ditto-marks.xlsx")
def _():
    """" means the same as above."""
    return book([HEAD] + [[r[0]] + (['"', '"'] if i in (1, 2, 3, 5) else [r[1], r[2]]) + r[3:] for i, r in enumerate(BODY)])

@file("l29-count-merged.xlsx")
def _():
    """One count for two units: which has how many is not known."""
    rows = [HEAD] + [r[:5] + [None if i == 3 else r[5]] for i, r in enumerate(BODY)]
    return book(rows, after=merges("F4:F5"))

@file("l30-side-by-side.xlsx")
def _(): return book([HEAD + [None] + HEAD] + [l + [None] + (r or []) for l, r in zip(BODY[:4], BODY[4:] + [[], []])])

@file("l31-second-header-in-another-order.xlsx")
def _():
    """Below, the table goes on with its columns in another order."""
    return book([HEAD] + BODY[:4] + [[], [HEAD[0], HEAD[1], HEAD[2], HEAD[4], HEAD[3], HEAD[5]]] + [[r[0], r[1], r[2], r[4], r[3], r[5]] for r in BODY[4:]])

@file("l32-pages.xlsx")
def _():
    """Each page repeats the header of two rows and the column numbers, and has its own sum."""
    top = [HEAD[:5] + ["Số công chức", None], [None] * 5 + ["Được giao", "Có mặt"], ["A", "B", "C", "D", "E", 1, 2]]
    rows = [r[:5] + [r[5] + 3, r[5]] for r in BODY]
    return book(top + rows[:3] + [["Cộng trang", None, None, None, None, None, 195]] + top + rows[3:] + [["Cộng trang", None, None, None, None, None, 505], ["Tổng cộng", None, None, None, None, None, 700]], after=merges("F1:G1", "F8:G8"))

@file("l33-numbered-provinces.xlsx")
def _():
    """Abbreviations and numbers before provinces' names."""
    names = ["1. T. Cao Bằng", "1. T. Cao Bằng", "Tỉnh CAO BẰNG", "THADS tỉnh Cao Bằng", "TP. Huế", "2) Tp Huế"]
    return book([[HEAD[0]] + HEAD[2:]] + [[r[0], n] + r[3:] for r, n in zip(BODY, names)])

@file("l34-code-and-name-in-one.xlsx")
def _(): return book([[HEAD[0]] + HEAD[2:]] + [[r[0], f"{r[1]} - {r[2]}"] + r[3:] for r in BODY])

@file("l35-former-province.xlsx")
def _(): return book([[HEAD[0]] + HEAD[2:]] + [[r[0], "Yên Bái" if r[1] == "46" else r[2]] + r[3:] for r in BODY])

@file("l46-province-until-2025.xlsx")
def _(): return book([[HEAD[0]] + HEAD[2:]] + [[r[0], "Thừa Thiên Huế" if r[1] == "46" else r[2]] + r[3:] for r in BODY])

@file("l47-heading-like-the-total-row.xlsx")
def _():
    """The province's row has all, and so says its heading: there are 199, not 218."""
    return book([HEAD, ["I", "04", "Cao Bằng", None, None, 199], [1, "04", "Cao Bằng", "THADS tỉnh Cao Bằng", "THADS tỉnh", 199]] + BODY[2:4])

@file("l48-only-provinces.xlsx")
def _():
    """Sums of provinces, and no units: how many area offices there are is not said."""
    return book([HEAD, [1, "04", "Cao Bằng", None, None, 199], [2, "46", "Huế", None, None, 501]])

@file("l49-sums-below-units-that-name-no-province.xlsx")
def _():
    """Each province's sum stands below its units, which name no province themselves."""
    rows = [[i] + [None, None] + r[2:] for i, r in enumerate(CB, 1)] + [[None, "04", "Cao Bằng", None, None, 199]]
    return book([HEAD] + rows + [[i] + [None, None] + r[2:] for i, r in enumerate(HUE, 1)] + [[None, "46", "Huế", None, None, 501]])

@file("l50-two-provinces-with-swapped-sums.xlsx")
def _():
    """As many in either, under the other's heading: nobody can tell. Each names its province, so the headings are wrong."""
    return book([HEAD, ["I", "46", "Huế", None, None, 199]] + BODY[:4] + [["II", "04", "Cao Bằng", None, None, 501]] + BODY[4:])

@file("l36-same-unit-in-other-letters.xlsx")
def _():
    twice = ["04", "CAO BẰNG", unicodedata.normalize("NFD", "PHÒNG THADS KHU VỰC  1"), KV, 10]
    return book(TABLE + [[7] + twice])

@file("l37-empty-and-negative.xlsx")
def _(): return book([HEAD] + BODY[:2] + [BODY[2][:5] + [0], BODY[3][:5] + [-4]] + BODY[4:])

@file("l38-only-the-header.xlsx")
def _(): return book([["BIỂU SỐ 1"], HEAD, [1, 2, 3, 4, 5, 6]])

@file("l39-prefilled-lines-with-zeros.xlsx")
def _():
    """A form with numbers and formulas down to its last line: what is not filled in counts 0."""
    return book(TABLE + [[i, None, None, None, None, 0] for i in range(7, 21)])

@file("l40-kinds-abbreviated.xlsx")
def _():
    kinds = ["THADS tỉnh", "Phòng CM", "Phòng THADS KV", "KV", "THADS TP", "THADS KV"]
    return book([HEAD] + [r[:4] + [k, r[5]] for r, k in zip(BODY, kinds)])

@file("l41-header-deep-down.xlsx")
def _(): return book([[f"Dòng {i} của trang bìa, cột Đơn vị"] for i in range(1, 25)] + TABLE)

@file("l42-split-by-hand.xlsx")
def _():
    """The header's words are divided over two rows."""
    return book([["STT", "Mã", "Tỉnh,", "Đơn vị", "Loại", "Số công"], [None, "tỉnh", "thành phố", None, "đơn vị", "chức"]] + BODY)

@file("l43-letters-of-a-font.xlsx")
def _():
    """One name pasted from a VNI document."""
    return book([HEAD] + BODY[:1] + [BODY[1][:3] + ["Vaên phoøng"] + BODY[1][4:]] + BODY[2:])

@file("l44-units-in-two-provinces.xlsx")
def _():
    """The code says Cao Bằng, the name says Huế."""
    return book([HEAD] + BODY[:3] + [[4, "04", "Huế"] + BODY[3][3:]] + BODY[4:])

@file("l45-wide-merged-total-in-count.xlsx")
def _():
    """The sum's label is merged into the columns of kinds; a blank row and a rule of dashes stand before it."""
    return book(TABLE + [[None] * 6, ["-----", "-----", "-----", "-----", "-----", "-----"], [None, None, None, "TỔNG CỘNG", None, "700"]], after=merges("D10:E10"))

@file("l51-own-row-of-another-province.xlsx")
def _():
    """Codes and provinces are filled down one row too far."""
    return book([HEAD] + BODY[1:4] + [[5, "04", "Cao Bằng"] + BODY[4][3:], BODY[5]])

@file("l52-kind-of-the-row-above.xlsx")
def _():
    """The kind is filled down: an area office counts as the province's own row."""
    return book([HEAD] + BODY[:4] + [BODY[5][:4] + ["THADS thành phố", 501]])

@file("l53-too-many-area-offices.xlsx")
def _():
    """The kind is filled up: "Văn phòng" counts as an area office."""
    return book([HEAD, BODY[0], BODY[1][:4] + [KV, 5]] + BODY[2:])

@file("l54-bullets-and-other-numbers.xlsx")
def _():
    names = ["THADS tỉnh Cao Bằng", "- Văn phòng", "1/ " + KV + " 1", "1.2. " + KV + " 2", "THADS thành phố Huế", "2 - " + KV + " 1"]
    return book([HEAD] + [r[:3] + [n] + r[4:] for r, n in zip(BODY, names)])

@file("l55-two-groups-of-civil-servants.xlsx")
def _():
    top = [HEAD[:5] + ["Được giao", None, "Hiện có", None], [None] * 5 + ["Công chức", "Viên chức", "Công chức", "Viên chức"]]
    return book(top + [r[:5] + [r[5] + 3, 1, r[5], 0] for r in BODY], after=merges("F1:G1", "H1:I1", *(f"{c}1:{c}2" for c in "ABCDE")))

@file("l56-two-days.xlsx")
def _(): return book([HEAD[:5] + ["Số công chức đến 31/12/2025", "Số công chức đến 01/11/2026"]] + [r[:5] + [r[5] + 3, r[5]] for r in BODY])

@file("l57-part-of-the-sum.xlsx")
def _():
    """Below the sum, a part of it, without any name but its label: nobody can be sure that it is no unit."""
    return book(TABLE + [["Tổng cộng", None, None, None, None, 700], ["Trong đó: nữ", None, None, None, None, 300]])

@file("l58-code-of-another-province-before-its-name.xlsx")
def _():
    """No column of codes; 46 is Huế's code, and no number of the list."""
    return book([[HEAD[0]] + HEAD[2:]] + [[r[0], "46 - Cao Bằng" if r[2] == "Cao Bằng" else r[2]] + r[3:] for r in BODY])

@file("l59-last-units-not-filled-in.xlsx")
def _():
    """Below the last unit, numbered as it is: units of which only the name is there, and no signatures."""
    return book(TABLE + [[7, None, None, KV + " 2", None, None], [8, None, None, "Phòng Tổ chức", None, None]])

@file("l60-last-unit-without-number.xlsx")
def _(): return book([r[1:] for r in TABLE] + [[None, None, KV + " 2", None, None], [None, None, "Người lập biểu", None, None]])

@file("l61-unit-in-capitals-not-filled-in.xlsx")
def _(): return book(TABLE[:2] + [[2, None, None, "VĂN PHÒNG", None, None]] + TABLE[3:])

# Nominations

@file("n01-unicode-text.txt")
def _(): return csv([NOMINATIONS] + TWO, "\t").encode("utf-16")

@file("n02-libreoffice.ods")
def _(): return office(book([["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"], [], NOMINATIONS] + TWO), "xlsx", "ods")

@file("n03-parts.xlsx")
def _(): return book([NOMINATIONS, ["A", "TẬP THỂ"], TWO[0], ["B", "CÁ NHÂN"], TWO[1], ["Tổng cộng: 02 (01 tập thể, 01 cá nhân)"], ["Nơi nhận:"], ["- Như trên;"], [None, None, None, None, "TRƯỞNG THADS"]])

@file("n04-shown-numbers.xlsx")
def _():
    rows = [NOMINATIONS, [1, "04", "Giấy khen", None, "Nguyễn Văn Ả", '< s="1"><v>123</v></c>', "Chuyên viên", "04-KV02"]]
    return package(parts({"Danh sách": sheet(rows)}, more=styles("00000")))

@file("n05-numbered-names.xlsx")
def _(): return book([NOMINATIONS, [None, "04", "Giấy khen", "1. Phòng THADS khu vực 1"], [None, "04", "Giấy khen", None, "2. Nguyễn Văn Ả", "CC-00123", "Chuyên viên", "04-KV02"]])

@file("n06-both-in-one-row.xlsx")
def _(): return book([NOMINATIONS, [1, "04", "Giấy khen", "04-KV01", "Nguyễn Văn Ả", "CC-00123", "Chuyên viên", "04-KV02"]])

@file("n07-unknown.xlsx")
def _(): return book([NOMINATIONS, [1, "04", "Kỷ niệm chương", "04-KV01"], [2, "04", "Giấy khen", "Phòng THADS khu vực 9"]])

@file("n08-two-sheets.xlsx")
def _(): return package(parts({"Tập thể": sheet([NOMINATIONS[:4], TWO[0]]), "Cá nhân": sheet([NOMINATIONS[:3] + NOMINATIONS[4:], TWO[1][:3] + TWO[1][4:]])}))

@file("n09-names-of-places.csv")
def _():
    """In capitals and in full; decomposed; with line breaks within cells."""
    rows = [[1, "THADS TỈNH CAO BẰNG", "Giấy khen của Cục trưởng", "Phòng Thi hành án dân sự\nkhu vực 1"], [2, "Cao Bằng", "GIẤY KHEN", None, "Nguyễn  Văn Ả", " CC-00123 ", "Chuyên viên", "Phòng THADS khu vực 2, tỉnh Cao Bằng"]]
    return unicodedata.normalize("NFD", csv([NOMINATIONS] + rows)).encode()

@file("n10-no-staff-number.xlsx")
def _(): return book([NOMINATIONS, TWO[0], [2, "04", "Giấy khen", None, "Nguyễn Văn Ả", "-", "Chuyên viên", "04-KV02"]])

@file("n11-signed-under-numbers.xlsx")
def _():
    """Below the staff numbers stands what is none: a nominee of whom the rest is missing, or a signature."""
    return book([NOMINATIONS] + TWO + [[], [None, None, None, None, None, "TRƯỞNG THADS"]])

@file("n12-no-award-yet.xlsx")
def _():
    """The first row's award is not filled in yet; its unit is given by code, which is in capitals as headings are."""
    return book([["STT", "Hình thức khen thưởng", "Tập thể"], [1, None, "04-KV02"], [2, "Giấy khen", "04-KV01"]])

@file("n13-heading-under-merged-cells.xlsx")
def _():
    """The award is merged over a heading, which nobody sees, and over lines that nobody has filled in."""
    rows = [TWO[0][1:], [None, "II. CÁ NHÂN"], ["04", None] + TWO[1][3:], [], []]
    return book([NOMINATIONS[1:]] + rows, after=merges("B2:B6"))

# Attestations

def checklist(day, quality="có", style="", before="", more={}):
    rows = [CHECKLIST, [DIRECTIVE, day, quality, "Báo cáo số 7"]]
    return package(parts({"Tự rà soát": sheet(rows)}, before=before, more=more))

@file("a01-1904.xlsx")
def _(): return checklist('< s="1"><v>44616</v></c>', before='<workbookPr date1904="1"/>', more=styles("dd/mm/yyyy"))

@file("a02-american-format.xlsx")
def _(): return checklist('< s="1"><v>46078.6875</v></c>', "x", more=styles("m/d/yy h:mm"))

@file("a03-iso-cell.xlsx")
def _(): return checklist('< t="d"><v>2026-02-25T00:00:00</v></c>', "✓")

@file("a04-date.ods")
def _(): return ods('<table:table table:name="A">' + line(CHECKLIST) + line([DIRECTIVE, '<table:table-cell office:value-type="date" office:date-value="2026-02-25"><text:p>25/02/26</text:p></table:table-cell>',
                    '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>', "Báo cáo số 7"]) + "</table:table>")

@file("a05-in-words.xlsx")
def _(): return checklist("ngày 25 tháng 02 năm 2026", "Đạt")

@file("a06-format-lost.xlsx")
def _(): return checklist(46078)

@file("a07-month-first.xlsx")
def _(): return checklist("02/25/2026")

@file("a08-no-such-day.xlsx")
def _(): return checklist("31/02/2026")

@file("a09-two-digits.xlsx")
def _(): return checklist("25/2/26")

@file("a10-perhaps.csv")
def _(): return csv([CHECKLIST, [DIRECTIVE, "25.2.2026", "tương đối", "Báo cáo số 7"]], ";").encode("utf-16")

@file("a11-unknown-item.csv")
def _(): return csv([CHECKLIST, ["999/CQLTHADS", "25-2-2026", "có", "Báo cáo số 7"]], "\t").encode("utf-8-sig")

@file("a12-merged-evidence.xlsx")
def _():
    rows = [CHECKLIST, [DIRECTIVE, "25/02/2026", "có", "Báo cáo số 7"], ["615/CQLTHADS-CĐ&TKDL", "25/02/2026", "có", None], [], ["NGƯỜI LẬP"]]
    return book(rows, after=merges("D2:D3"))

@file("a13-signed-in-the-columns.xlsx")
def _():
    """A signature under items, and one under evidence: a row that attests something is never passed over."""
    return book([CHECKLIST, [DIRECTIVE, "25/02/2026", "có", "Báo cáo số 7"], [], ["NGƯỜI LẬP", None, None, "TRƯỞNG PHÒNG"]])
@file("a14-item-twice.xlsx")
def _():
    """The same item on two days."""
    return book([CHECKLIST, [DIRECTIVE, "25/02/2026", "có", "Báo cáo số 7"], [DIRECTIVE, "26/02/2026", "không", "Báo cáo số 8"]])


# Plain tables, which have been read right since version 0.1.0

PLACES = [("01", "Hà Nội", "thành phố"), ("04", "Cao Bằng", "tỉnh"), ("22", "Quảng Ninh", "tỉnh"), ("46", "Huế", "thành phố"), ("66", "Đắk Lắk", "tỉnh"), ("79", "Hồ Chí Minh", "thành phố")]

def plain(seed):
    """A list that depends on its seed alone: two provinces with their units, some with codes."""
    rows = [["Mã tỉnh", "Tỉnh, thành phố", "Mã đơn vị", "Đơn vị", "Loại đơn vị", "Số công chức"]]
    if seed % 3 == 0: rows += [["CUC", "Cơ quan Cục", "CUC", "Cơ quan Cục", "Cơ quan Cục", 20 + seed], ["CUC", "Cơ quan Cục", "", "Ban Tổ chức cán bộ", "Ban", 9]]
    for code, name, kind in (PLACES[seed % 6], PLACES[(seed + 1 + seed // 6 % 5) % 6]):
        rows.append([code, name, code if seed % 2 else "", f"THADS {kind} {name}", f"THADS {kind}", 150 + 37 * seed % 300])
        rows.append([code, name, "", "Văn phòng", "Phòng chuyên môn", 5 + seed % 4])
        for office in range(1, 2 + seed % 3): rows.append([code, name, f"{code}-KV0{office}" if seed % 2 else "", f"{KV} {office}", KV, 11 * office + seed])
    return rows

def of_openpyxl(rows):
    workbook = openpyxl.Workbook()
    for row in rows: workbook.active.append(row)
    return saved(workbook)

def of_xlsxwriter(rows):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": datetime(2026, 11, 1)})
        page = workbook.add_worksheet("Biên chế")
        for number, row in enumerate(rows): page.write_row(number, 0, row)
    return out.getvalue()

def narrow(text):
    """For windows-1258, in which tones are marks of their own."""
    tones = {"̀", "́", "̃", "̉", "̣"}
    def split(character):
        marks = unicodedata.normalize("NFD", character)
        return unicodedata.normalize("NFC", "".join(m for m in marks if m not in tones)) + "".join(m for m in marks if m in tones)
    return "".join(map(split, text)).encode("cp1258")

def titled(rows): return [["BIÊN CHẾ CÔNG CHỨC"], [], *rows]
def english(rows): return [["province_code", "province", "unit_code", "unit", "kind", "civil_servants"]] + rows[1:]
def shuffled(rows): return [[r[5], r[3], "ghi chú", r[4], r[1], r[0]] for r in rows]
def numbers(rows): return [[int(r[0]) if r[0].isdigit() else r[0]] + r[1:] for r in rows]

BEFORE = {
    "openpyxl.xlsx": of_openpyxl, "xlsxwriter.xlsx": of_xlsxwriter, "inline.xlsx": book, "numbers.xlsx": lambda r: of_openpyxl(numbers(r)),
    "titled.xlsx": lambda r: of_xlsxwriter(titled(r)), "english.xlsx": lambda r: book(english(r)), "shuffled.xlsx": lambda r: book(shuffled(r)),
    "commas.csv": lambda r: csv(r).encode(), "semicolons-mark.csv": lambda r: csv(r, ";").encode("utf-8-sig"), "tabs.tsv": lambda r: csv(r, "\t", "\n").encode(),
    "utf-16le.txt": lambda r: csv(r, "\t").encode("utf-16"), "utf-16be.csv": lambda r: b"\xfe\xff" + csv(r, ",").encode("utf-16be"), "1258.csv": lambda r: narrow(csv(r, ";")),
    "bars.csv": lambda r: csv(titled(r), "|").encode(), "decomposed.csv": lambda r: unicodedata.normalize("NFD", csv(shuffled(r))).encode(),
}
for seed in range(40):
    ending, write = list(BEFORE.items())[seed % len(BEFORE)]
    file(f"b{seed + 1:02}-{ending}")(lambda write=write, seed=seed: write(plain(seed)))
for seed in (41, 42):
    file(f"b{seed:02}-libreoffice.xlsx")(lambda seed=seed: office(of_openpyxl(plain(seed)), "xlsx", "xlsx"))
    file(f"b{seed + 2:02}-libreoffice.csv")(lambda seed=seed: office(of_openpyxl(plain(seed)), "xlsx", "csv:Text - txt - csv (StarCalc):59,34,76,1"))


def filled_in(seed):
    """The form that version 0.1.0 wrote (`staffing template`), filled in."""
    form = openpyxl.load_workbook(HERE / "template-0.1.xlsx")
    for row, cells in enumerate(plain(seed)[1:], 2):
        for column, value in enumerate(cells, 1): form.worksheets[0].cell(row, column, value if value != "" else None)
    return saved(form)

file("b45-own-form.xlsx")(lambda: filled_in(45))
file("b46-own-form-of-libreoffice.xlsx")(lambda: office(filled_in(46), "xlsx", "xlsx"))


if __name__ == "__main__":
    wanted = sys.argv[1:]
    for name, function in FILES.items():
        if not wanted or name in wanted:
            data = function()
            if not (HERE / name).exists() or (HERE / name).read_bytes() != data: (HERE / name).write_bytes(data)
