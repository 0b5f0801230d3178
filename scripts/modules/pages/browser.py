"""A headless Chromium, driven by WebDriver and Chromium's debugging protocol over chromedriver."""
import base64
import json
import os
import re
import subprocess
import time
import urllib.error
import urllib.request

# The browser, what drives it, and its letters.
PACKAGES = ["chromium", "chromium-driver", "fonts-liberation"]
# How WebDriver writes an element, and the keys that have no character.
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
ENTER, TAB, SHIFT, ESCAPE = "\ue007", "\ue004", "\ue008", "\ue00c"
MAXIMUM_WAIT = 10
WIDE, NARROW, NARROWEST = (1280, 900), (360, 740), (320, 640)


class Browser:
    """A browser with one window. It speaks of elements by selectors of CSS."""

    def __init__(self, place):
        self.session = self.address = None
        self.log = open(os.path.join(place, "chromedriver.log"), "w", encoding="utf-8")
        self.driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE,
                                       stderr=self.log, text=True)
        try:
            self.begin(place)
        except BaseException:
            self.__exit__()
            raise

    def begin(self, place):
        for line in self.driver.stdout:
            if found := re.search(r"started successfully on port (\d+)", line):
                self.address = f"http://127.0.0.1:{found[1]}"
                break
        if not self.address:
            raise OSError("chromedriver did not start")
        switches = ["--headless=new", "--disable-gpu", "--disable-dev-shm-usage",
                    "--hide-scrollbars", "--lang=nl",
                    f"--user-data-dir={os.path.join(place, 'profile')}"]
        if os.geteuid() == 0:
            switches.append("--no-sandbox")
        wanted = {"browserName": "chrome", "goog:chromeOptions": {"args": switches},
                  "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}
        made = self.send("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self.session = f"/session/{made['sessionId']}"
        self.resize(WIDE)
        self.prefer()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            if self.session:
                self.send("DELETE", self.session)
        finally:
            self.driver.terminate()
            self.driver.wait()
            self.log.close()

    # The protocols.

    def send(self, method, path, body=None):
        """Sends a command of WebDriver, and returns its value."""
        data = None if method != "POST" else json.dumps(body or {}).encode()
        request = urllib.request.Request(self.address + path, data, method=method,
                                         headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            value = json.load(error)["value"]
            raise Fault(f"{value['error']}: {value['message'].splitlines()[0]}") from None

    def do(self, path, **body):
        return self.send("POST", self.session + path, body)

    def protocol(self, command, **parameters):
        """Sends a command of the debugging protocol, and returns its result."""
        return self.do("/goog/cdp/execute", cmd=command, params=parameters)

    def run(self, script, *arguments):
        """Runs the body of a function in the page, and returns what it returns."""
        return self.do("/execute/sync", script=script, args=list(arguments))

    def events(self):
        """The events of the debugging protocol since they were last asked for."""
        entries = self.do("/se/log", type="performance")
        return [json.loads(entry["message"])["message"] for entry in entries]

    def complaints(self):
        """What the console got since it was last asked for: errors of scripts, files that are
        missing, breaches of the policy of the page."""
        return [entry["message"] for entry in self.do("/se/log", type="browser")]

    # How a page is shown.

    def resize(self, size):
        """Makes the window so wide and high, in pixels of CSS."""
        self.protocol("Emulation.setDeviceMetricsOverride", width=size[0], height=size[1],
                      deviceScaleFactor=1, mobile=False)

    def prefer(self, scheme="light", media=""):
        """Prefers light or dark colours, and shows pages as a medium: print, or as usual. Nothing
        moves slowly."""
        self.protocol("Emulation.setEmulatedMedia", media=media,
                      features=[{"name": "prefers-color-scheme", "value": scheme},
                                {"name": "prefers-reduced-motion", "value": "reduce"}])

    def allow_scripts(self, allowed):
        """Whether scripts of pages run. Those of the tests always do."""
        self.protocol("Emulation.setScriptExecutionDisabled", value=not allowed)

    # What a person does.

    def open(self, address):
        self.do("/url", url=address)

    def back(self):
        self.do("/back")

    def find(self, selector):
        return self.do("/element", using="css selector", value=selector)[ELEMENT]

    def click(self, selector):
        """Clicks on the first such element, and waits for the page that it leads to."""
        self.do(f"/element/{self.find(selector)}/click")

    def click_text(self, text, within="body"):
        """Clicks on the link or button with this text."""
        found = self.run("""
            return [...document.querySelectorAll(arguments[1] + " :is(a, button, summary)")]
              .find(each => each.innerText?.trim() === arguments[0])""", text, within)
        if not found:
            raise Fault(f"no link says {text!r}")
        self.do(f"/element/{found[ELEMENT]}/click")

    def press(self, *keys):
        """Presses keys one after the other, wherever the focus is."""
        steps = [{"type": step, "value": key} for key in keys for step in ("keyDown", "keyUp")]
        self.perform(steps)

    def press_with_shift(self, key):
        self.perform([{"type": "keyDown", "value": SHIFT}, {"type": "keyDown", "value": key},
                      {"type": "keyUp", "value": key}, {"type": "keyUp", "value": SHIFT}])

    def perform(self, steps):
        self.do("/actions", actions=[{"type": "key", "id": "keyboard", "actions": steps}])

    # What a person sees.

    @property
    def url(self):
        return self.send("GET", self.session + "/url")

    @property
    def title(self):
        return self.send("GET", self.session + "/title")

    def text(self, selector):
        """The text that is shown in the first such element; None if there is none."""
        return self.run("return document.querySelector(arguments[0])?.innerText ?? null", selector)

    def texts(self, selector):
        return self.run("return [...document.querySelectorAll(arguments[0])]"
                        ".map(each => each.innerText.trim())", selector)

    def count(self, selector):
        return self.run("return document.querySelectorAll(arguments[0]).length", selector)

    def attribute(self, selector, name):
        """The value that an attribute of the first such element has; None if there is none."""
        return self.run("return document.querySelector(arguments[0])?.getAttribute(arguments[1])",
                        selector, name)

    def links(self, selector):
        """Where such links lead, as whole addresses."""
        return self.run("return [...document.querySelectorAll(arguments[0])]"
                        ".map(each => each.href)", selector)

    def is_shown(self, selector):
        """Whether the first such element is there and takes room."""
        return self.run("return document.querySelector(arguments[0])"
                        "?.checkVisibility({visibilityProperty: true}) ?? false", selector)

    def in_sight(self, selector):
        """Whether the top of the first such element is in the window."""
        return self.run("""
            const place = document.querySelector(arguments[0])?.getBoundingClientRect()
            return place !== undefined && place.top >= -1 && place.top < innerHeight""", selector)

    def wait(self, condition):
        """Whether a condition comes true soon."""
        end = time.monotonic() + MAXIMUM_WAIT
        while not condition():
            if time.monotonic() > end:
                return False
            time.sleep(0.02)
        return True

    def picture(self, path):
        """Writes what the window shows as PNG."""
        data = self.protocol("Page.captureScreenshot", format="png")["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))


class Fault(Exception):
    """The browser could not do what it was told: an element is missing or covered."""
