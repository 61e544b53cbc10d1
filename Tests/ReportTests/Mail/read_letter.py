"""Prints what Python's own library reads in a letter on standard input, as JSON."""

import email
import email.policy
import json
import sys

letter = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
parts = list(letter.walk())
text = letter.get_body(("plain",))
page = next(letter.iter_attachments())
sender, receiver = letter["From"].addresses[0], letter["To"].addresses[0]
json.dump(
    {
        "defects": [str(d) for part in parts for d in part.defects + [x for v in part.values() for x in getattr(v, "defects", ())]],
        "from": [sender.display_name, sender.addr_spec],
        "to": [receiver.display_name, receiver.addr_spec],
        "subject": letter["Subject"],
        "date": letter["Date"].datetime.isoformat(),
        "id": letter["Message-ID"],
        "headers": letter.keys(),
        "text": text.get_content(),
        "fileName": page.get_filename(),
        "type": page.get_content_type(),
        "page": page.get_payload(decode=True).decode(),
    },
    sys.stdout,
)
