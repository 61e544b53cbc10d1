"""Reads every cell of a sheet with openpyxl's streaming mode, and prints how many there were."""
import sys

import openpyxl

rows = cells = 0
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
for row in book.worksheets[0].iter_rows(values_only=True):
    rows += 1
    for value in row:
        if value is not None:
            cells += 1
print(rows, cells)
