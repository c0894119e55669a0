"""An object store on this machine that answers as S3 does to those who read."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@contextmanager
def running_object_store(folder: Path) -> Iterator[str]:
    """Serve the folders in a folder as buckets; gives the store's address."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            file = folder / self.path.lstrip("/").partition("?")[0]
            if not file.is_file():
                self.send_response(404)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            content = file.read_bytes()
            part = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
            start, stop = (int(part[1]), int(part[2]) + 1) if part else (0, len(content))
            self.send_response(206 if part else 200)
            self.send_header("Content-Length", str(len(content[start:stop])))
            self.send_header("Last-Modified", "Fri, 07 Nov 2014 12:00:00 GMT")
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(content[start:stop])

        do_HEAD = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
