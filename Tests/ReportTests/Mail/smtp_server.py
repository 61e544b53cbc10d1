"""A mail server that stores the letters it accepts in a folder, and misbehaves according to its mode.

smtp_server.py FOLDER [MODE]; it prints the port on which it listens. Modes:
greeting, mail, rcpt, data   refuses at that command; for data, before the letter itself
end=N                        answers 451 to the first N letters
drop                         stores the letter, and closes the connection without an answer
silent                       stores the letter, and never answers
wait                         makes the sender wait at RCPT
"""

import asyncio
import pathlib
import sys

from aiosmtpd.smtp import SMTP

folder = pathlib.Path(sys.argv[1])
mode = sys.argv[2] if len(sys.argv) > 2 else ""
busy = int(mode[4:]) if mode.startswith("end=") else 0
letters = 0


class Handler:
    async def handle_MAIL(self, server, session, envelope, address, options):
        if mode == "mail":
            return "451 4.7.1 Later"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if mode == "wait":
            (folder / "waiting").touch()
            await asyncio.sleep(3600)
        if mode == "rcpt" or address.startswith("nobody@"):
            return "550 5.1.1 Nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        global letters, busy
        if busy:
            busy -= 1
            return "451 4.3.0 Later"
        letters += 1
        name = f"{letters:03}-{envelope.rcpt_tos[0]}"
        (folder / "partial").write_bytes(envelope.original_content)
        (folder / "partial").rename(folder / f"{name}.eml")
        if mode == "drop":
            server.transport.abort()
        if mode == "silent":
            await asyncio.sleep(3600)
        return "250 Taken"


class Server(SMTP):
    def connection_made(self, transport):
        if mode == "greeting":
            transport.write(b"421 Busy\r\n")
            transport.close()
        else:
            super().connection_made(transport)

    async def smtp_DATA(self, argument):
        if mode == "data":
            await self.push("554 5.7.1 No")
        else:
            await super().smtp_DATA(argument)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Server(Handler(), loop=loop), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
