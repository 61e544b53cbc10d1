#!/usr/bin/env python3
"""Prepares a statement as s and begins it as the portal a, by the protocol, which libpq does not offer; then runs another one.

later.py SOCKET_DIRECTORY DATABASE SUPERUSER LOGIN STATEMENT LATER

Prints the SQLSTATE with which LATER is refused, or "done".
"""

import socket
import struct
import sys

directory, database, superuser, login, statement, later = sys.argv[1:]
server = socket.socket(socket.AF_UNIX)
server.connect(directory + "/.s.PGSQL.5432")
replies = server.makefile("rb")


def message(kind: bytes, *strings: str, tail: bytes = b"") -> bytes:
    body = b"".join(s.encode() + b"\0" for s in strings) + tail
    return kind + struct.pack("!i", len(body) + 4) + body


def answer() -> str:
    """Reads until the server is ready; the SQLSTATE of an error, or "done"."""
    state = "done"
    while True:
        kind, length = struct.unpack("!ci", replies.read(5))
        body = replies.read(length - 4)
        if kind == b"E":
            fields = dict((f[:1], f[1:].decode()) for f in body.split(b"\0") if f)
            state = fields[b"C"]
        if kind == b"Z":
            return state


start = struct.pack("!i", 196608) + f"user\0{superuser}\0database\0{database}\0\0".encode()
server.sendall(struct.pack("!i", len(start) + 4) + start)
answer()
server.sendall(message(b"Q", f"SET SESSION AUTHORIZATION {login}"))
answer()
server.sendall(message(b"Q", "BEGIN"))
answer()
begin = message(b"P", "s", statement, tail=b"\0\0")
if not later.startswith("EXECUTE"):
    begin += message(b"B", "a", "s", tail=b"\0" * 6)
server.sendall(begin + message(b"S"))
state = answer()
if state == "done":
    server.sendall(message(b"Q", later))
    state = answer()
print(state)
