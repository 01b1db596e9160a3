"""Rows 47 to 52: secrets and privacy. The secrets are invented, and put together here so that no scanner takes them for live ones."""
import struct
import zlib

from harness import GOOD, Project, built, expect, no_feature, test

SECRETS = {
    "AWS": "AKIA" + "Q3EXKJ7TN2PLM5RW", "GitHub": "ghp_" + "a8Kd2Lm9Qx4Rt7Vy1Bn6Cz3Fh5Jp0WsGuTe8", "GitLab": "glpat-" + "x7Yt3Kq9Wm2Rp5Vn8Bd1",
    "Slack": "xoxb-" + "2840193745-4920184736521-hJ7kLm2Pq9Rs4Tv6Wx8Yz1Ab",
    "JWT": "eyJ" + "hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0." + "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
    "PEM": "-----BEGIN RSA " + "PRIVATE KEY-----\nMIIEowIBAAKCAQEA7bq2Xk9Lm3Rt8Vy4\nWz6Bn1Cf5Hj0Pq2Ds7Gu9Tx3Ek8Lm4\n-----END RSA " + "PRIVATE KEY-----",
    "PEM without its end": "-----BEGIN " + "PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ" + "C7Vq3Lm9Xr2Tk8",
    "password": "password" + "=Tr7kQ9zLm2xW", "bearer": "Authorization: Bearer " + "a9Xk2Lm7Qr4Tv8Yz1Bn6Cd3Fh5Jp0Ws", "database": "postgres://shop:" + "Kq7Lm2Xw9@db.example.com/shop",
    "webhook": "https://hooks.slack.com/services/" + "T02AB3CD4/B05EF6GH7/a8Kd2Lm9Qx4Rt7Vy1Bn6Cz3F",
}


def needle(secret):
    """The part of a secret that must be nowhere; of an address, its password."""
    if "://" in secret and "@" in secret:
        return secret.split("@")[0].split(":")[-1]
    return secret.split("\n")[1 if secret.startswith("-----") else 0][-12:]


@test(47, "secrets are refused at their place and never shown")
def secrets():
    missed = []
    for name, secret in SECRETS.items():
        places = {"a fence": f"\n```\n{secret}\n```\n"}
        if "\n" not in secret:
            places |= {
                "prose": f"\nSeen: {secret} in the log.\n", "a link's title": f'\n[a](https://example.com "{secret}")\n',
                "an image's text": f"\n![seen {secret} here](https://example.com/a.png)\n", "a comment": f"\n<!-- {secret} -->\n",
                "a table": f"\n| a |\n|---|\n| {secret} |\n", "a heading": f"\n## Key {secret}\n",
            }
        documents = {place: GOOD + text for place, text in places.items()}
        if "\n" not in secret:
            entry = "- 10:05 UTC - "
            expect(entry in GOOD)
            documents["the timeline"] = GOOD.replace(entry, f"- 10:04 UTC - {secret}\n{entry}")
            documents["the front matter"] = GOOD.replace("severity: P2", f"severity: P2\ndescription: 'seen {secret}'")
        for place, text in documents.items():
            with Project({"incidents/a.md": text}) as project:
                run = project.build()
                if run.code != 1 or project.tree():
                    missed.append(f"{name} in {place}")
                # The place, and no more than the first four characters.
                line = next(number for number, line in enumerate(text.split("\n"), 1) if secret.split("\n")[0] in line)
                if f"incidents/a.md:{line}:" not in run.text:
                    missed.append(f"{name} in {place}: not at line {line}")
                for format in ("text", "json", "sarif", "github", "gitlab", "junit"):
                    report = project.check("--format", format).text
                    if needle(secret) in report:
                        missed.append(f"{name} in {place}: shown in {format}")
                    if not secret.startswith("-----") and (secret if "://" not in secret else needle(secret))[:6] in report and name in ("AWS", "GitHub", "GitLab", "Slack", "JWT"):
                        missed.append(f"{name} in {place}: more than four characters in {format}")
    expect(not missed, *missed)


@test(47, "secrets in copied files are refused")
def copied():
    with Project({"incidents/a.md": GOOD + "\nSee [the log](relay.log).\n", "incidents/relay.log": f"10:05 {SECRETS['GitHub']}\n"}) as project:
        run = project.build()
        expect(run.code == 1 and not project.tree(), run)


@test(48, "a key over many lines is caught")
def over_lines():
    with Project({"incidents/a.md": GOOD + "\n" + SECRETS["PEM"] + "\n"}) as project:
        expect(project.build().code == 1 and not project.tree())


@test(49, "a finding is allowed with a reason only")
def allowed():
    line = GOOD.replace("10:40 UTC", "09:10 UTC")
    with Project({"incidents/a.md": line}) as project:
        code = next(x["code"] for x in project.findings() if x.get("line") == 10)
    for reason, isAllowed in ((": clocks of two hosts differ", True), ("", False), (": ", False)):
        text = line.replace("- 09:10 UTC", f"<!-- build-site allow {code}{reason} -->\n- 09:10 UTC")
        with Project({"incidents/a.md": text}) as project:
            found = project.findings()
            expect(any(x["code"] == code for x in found) != isAllowed, reason, found)
            expect(isAllowed or len(found) > 1, "the missing reason is not told", found)
    with Project({"incidents/a.md": GOOD.replace("## Root cause", f"<!-- build-site allow {code}: no need -->\n\n## Root cause")}) as project:
        expect(any(x["code"] == "BS071" for x in project.findings()), project.findings())


no_feature(50, "a public profile that replaces names and addresses")


@test(51, "a draft is in no output")
def drafts():
    canary = "Xylophonic"
    draft = GOOD.replace("Checkout down", canary + " outage").replace("severity: P2", f"severity: P2\ndraft: true\ntags: [{canary.lower()}]\nservices: [{canary.lower()}]") + f"\n[{canary}]({canary.lower()}.log) and [other](b.md)\n"
    files = {"incidents/a.md": draft, f"incidents/{canary.lower()}.log": canary, "incidents/b.md": GOOD.replace("Checkout", "Cart"),
             "runbooks/d.md": f"---\ndraft: true\n---\n# {canary} relay\n\n## Steps\n\n1. Restart.\n"}
    with built(files) as project:
        held = [p for p, t in project.tree().items() if canary.lower() in p.lower() or canary.lower().encode() in t.lower()]
        expect(not held, held)
        expect("draft" in project.built.text.lower(), "the drafts are not counted", project.built)


def picture_with_place():
    """A small JPEG whose EXIF says where it was taken."""
    entry = struct.pack(">HHII", 0x8825, 4, 1, 26)
    gps = struct.pack(">H", 2) + struct.pack(">HHI", 1, 2, 2) + b"N\0\0\0" + struct.pack(">HHII", 2, 5, 3, 56) + b"\0" * 4
    tiff = b"MM\0*" + struct.pack(">I", 8) + struct.pack(">H", 1) + entry + b"\0" * 4 + gps + struct.pack(">6I", 60, 1, 9, 1, 0, 1)
    exif = b"Exif\0\0" + tiff
    return b"\xff\xd8" + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + b"\xff\xd9"


@test(52, "a picture that says where it was taken is told")
def picture():
    with Project({"incidents/a.md": GOOD + "\n![graph](graph.jpg)\n", "incidents/graph.jpg": picture_with_place()}) as project:
        found = [x for x in project.findings() if "graph.jpg" in x["path"] + x["message"]]
        expect(found, project.findings())
