"""Writes a staff list of six columns: write.py FILE ROWS shared|inline.

Texts are in one table shared by the cells, as Excel writes them, or in each cell.
"""
import datetime
import sys

import xlsxwriter

path, rows, kind = sys.argv[1], int(sys.argv[2]), sys.argv[3]
book = xlsxwriter.Workbook(path, {"constant_memory": kind == "inline", "tmpdir": "."})
day = book.add_format({"num_format": "dd/mm/yyyy"})
sheet = book.add_worksheet("Danh sách")
for column, title in enumerate(["STT", "Họ và tên", "Mã số", "Đơn vị", "Ngày vào ngành", "Hệ số lương"]):
    sheet.write_string(0, column, title)
family = ["Nguyễn Văn", "Trần Thị", "Lê Hoàng", "Phạm Minh", "Huỳnh Ngọc", "Đặng Quốc"]
given = ["An", "Bình", "Châu", "Dũng", "Hạnh", "Khánh", "Lan", "Minh", "Phương", "Quý", "Thảo", "Tuấn", "Yến"]
first = datetime.date(1990, 1, 1)
for row in range(1, rows):
    sheet.write_number(row, 0, row)
    sheet.write_string(row, 1, f"{family[row % 6]} {given[row % 13]}")
    sheet.write_string(row, 2, f"0{row:011d}")
    sheet.write_string(row, 3, f"Cục Thi hành án dân sự tỉnh số {row % 34 + 1}")
    sheet.write_datetime(row, 4, first + datetime.timedelta(days=row % 12000), day)
    sheet.write_number(row, 5, 2.34 + row % 10 * 0.33)
book.close()
