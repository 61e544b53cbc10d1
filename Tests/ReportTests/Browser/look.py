"""Checks a report's page in Debian's Chromium, as its readers see it; prints what is wrong, and fails if anything is.

    look.py PAGE [TEXT...]    TEXT: what must be on the printed page.

With THIDUA_LOOK=once it checks only a phone in light colours and a desktop in dark ones: enough to find what is wrong everywhere.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import unicodedata

import axe_playwright_python
from playwright.sync_api import sync_playwright

SCREENS = {"phone": (360, 740), "desktop": (1280, 900)}
SCHEMES = ("light", "dark")
TIMEOUT_MS = 120_000  # The machine may be running other tests at the same time.
AXE = next(pathlib.Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text()
IS_ONCE = os.environ.get("THIDUA_LOOK") == "once"


def faults_on_screen(page):
    """Checks one page on one screen, in one colour scheme."""
    width = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    if width[0] > width[1]:
        yield f"overflow: the page is {width[0]} px wide on a screen of {width[1]} px"
    # The page's policy allows no scripts, so axe is evaluated through the debugger instead of being inserted into the page.
    page.evaluate(AXE)
    for violation in page.evaluate("axe.run({resultTypes: ['violations']}).then(result => result.violations)"):
        for node in violation["nodes"][:3]:
            yield f"accessibility: {violation['id']}: {violation['help']}: {node['html'][:160]}"


def faults_by_keyboard(page):
    """The first stop is the skip link, every stop is visible, and the link leads into the page."""
    seen = "e => { const b = e.getBoundingClientRect(), s = getComputedStyle(e);" \
        " return b.width > 0 && b.right > 0 && b.left < innerWidth && s.outlineStyle !== 'none' }"
    for stop in range(12):
        page.keyboard.press("Tab")
        focused = page.evaluate_handle("document.activeElement").as_element()
        name = focused.evaluate("e => e.outerHTML.slice(0, 120)")
        if stop == 0 and not focused.evaluate("e => e.matches('a.skip')"):
            yield f"keyboard: the first stop is not the skip link but {name}"
        if not focused.evaluate(seen):
            yield f"keyboard: focus is invisible on {name}"
    if page.locator("a.skip").count() == 1:
        page.locator("a.skip").focus()
        page.keyboard.press("Enter")
        if page.evaluate("document.activeElement.tagName") != "MAIN":
            yield "keyboard: the skip link does not lead to the main part"
    for link in page.evaluate("[...document.links].map(a => a.getAttribute('href')).filter(h => !document.getElementById(h.slice(1)))"):
        yield f"keyboard: the link {link} leads nowhere"


def faults_on_paper(page, texts):
    """Must be A4, light, and include everything that is folded on the screen."""
    with tempfile.TemporaryDirectory() as folder:
        paper = folder + "/page.pdf"
        page.pdf(path=paper, prefer_css_page_size=True, print_background=True)
        about = subprocess.run(["pdfinfo", paper], check=True, capture_output=True, text=True).stdout
        if "(A4)" not in about:
            yield "paper: not A4"
        printed = subprocess.run(["pdftotext", "-enc", "UTF-8", paper, "-"], check=True, capture_output=True, text=True).stdout
        printed = " ".join(unicodedata.normalize("NFC", printed).split())
        for text in texts:
            if text not in printed:
                yield f"paper: lacks “{text}”"
        subprocess.run(["pdftoppm", "-gray", "-r", "20", "-f", "1", "-l", "1", "-singlefile", paper, folder + "/page"], check=True)
        pixels = pathlib.Path(folder, "page.pgm").read_bytes()[-4000:]
        if sum(pixels) / len(pixels) < 200:
            yield "paper: the sheet is dark"


def look(browser, address, texts):
    for scheme in SCHEMES:
        for screen, (width, height) in SCREENS.items():
            if IS_ONCE and (scheme, screen) not in (("light", "phone"), ("dark", "desktop")):
                continue
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
            context.set_default_timeout(TIMEOUT_MS)
            page = context.new_page()
            requests, complaints = [], []
            page.on("request", lambda request: requests.append(request.url))
            page.on("console", lambda message: complaints.append(message.text))
            page.goto(address)
            faults = list(faults_on_screen(page)) + list(faults_by_keyboard(page))
            if (scheme, screen) == ("dark", "desktop"):
                faults += faults_on_paper(page, texts)
            faults += [f"request: {url}" for url in requests if url.split("#")[0] != address]
            faults += [f"console: {complaint}" for complaint in complaints]
            yield from (f"{scheme}, {screen}: {fault}" for fault in faults)
            context.close()


def main(path, *texts):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", timeout=TIMEOUT_MS)
        print("checking with Chromium", browser.version)
        faults = list(look(browser, pathlib.Path(path).resolve().as_uri(), texts))
        browser.close()
    print(*faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
