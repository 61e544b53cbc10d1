"""Makes the fixtures from one staff list, with openpyxl, xlsxwriter and LibreOffice: python make.py, in this folder."""
import datetime
import os
import subprocess

import openpyxl
import xlsxwriter

TITLES = ["STT", "Họ và tên", "Mã số", "Ngày", "Hệ số", "Là đảng viên", "Tổng", "Lỗi"]
ROWS = [
    (1, "Nguyễn Thị Ánh", "001", datetime.date(2026, 11, 23), 2.34, True),
    (2, "Lê & Trần <Bình>\nhai dòng", "002", datetime.datetime(1999, 12, 31, 23, 59, 59), 12.5, False),
    (3, "  Đặng  ", "003", datetime.date(1900, 3, 1), 1e20, True),
]


def by_openpyxl():
    book = openpyxl.Workbook()
    cover = book.active
    cover.title = "Bìa"
    cover.sheet_state = "hidden"
    sheet = book.create_sheet("Danh sách")
    sheet.append(TITLES)
    for number, row in enumerate(ROWS, 2):
        sheet.append([*row, f"=A{number}+E{number}", "=1/0"])
    sheet["A6"] = "gộp"
    sheet.merge_cells("A6:C7")
    book.save("openpyxl.xlsx")


def by_xlsxwriter():
    book = xlsxwriter.Workbook("xlsxwriter.xlsx")
    cover = book.add_worksheet("Bìa")
    sheet = book.add_worksheet("Danh sách")
    sheet.activate()
    sheet.set_first_sheet()
    cover.hide()
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    time = book.add_format({"num_format": "dd/mm/yyyy hh:mm:ss"})
    bold = book.add_format({"bold": True})
    sheet.write_row(0, 0, TITLES)
    for number, row in enumerate(ROWS, 1):
        for column, value in enumerate(row):
            is_time = isinstance(value, datetime.datetime)
            sheet.write(number, column, value, time if is_time else day if column == 3 else None)
        sheet.write_formula(number, 6, f"=A{number + 1}+E{number + 1}", None, row[0] + row[4])
        sheet.write_formula(number, 7, "=1/0", None, "#DIV/0!")
    sheet.merge_range("A6:C7", "gộp")
    sheet.write_rich_string("D6", "một ", bold, "hai", " ba")
    book.close()


def by_libreoffice(kind):
    environment = os.environ | {"HOME": "/tmp"}
    os.makedirs("out", exist_ok=True)
    command = ["soffice", "--headless", "--convert-to", kind, "--outdir", "out", "openpyxl.xlsx"]
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    os.replace(f"out/openpyxl.{kind}", f"libreoffice.{kind}")
    os.rmdir("out")


by_openpyxl()
by_xlsxwriter()
by_libreoffice("xlsx")
by_libreoffice("ods")
