"""Records the paths requested: ping_server.py FOLDER [STATUS]; it prints the port on which it listens.

Each path is recorded with whether it was visible among the arguments of any process at that time.
"""

import pathlib
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

log = pathlib.Path(sys.argv[1]) / "requests"
status = sys.argv[2] if len(sys.argv) > 2 else "200"


def is_seen(path):
    for file in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if path.encode() in file.read_bytes():
                return True
        except OSError:
            pass
    return False


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        with log.open("a") as file:
            print(self.path, "seen" if is_seen(self.path) else "hidden", file=file)
        if status == "silent":
            time.sleep(3600)
        self.send_response(int(status))
        self.end_headers()

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
