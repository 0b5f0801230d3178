"use strict";
// Keys for the list of results, and buttons that copy. Every page works without this.
(() => {
  const said = document.createElement("p");
  said.className = "melding";
  said.setAttribute("role", "status");
  document.body.append(said);
  let timer;
  const say = (text) => {
    said.textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => { said.textContent = ""; }, 4000);
  };

  // The clipboard needs a secure address; the older way works on any.
  const copyByHand = (text) => {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "stil";
    const focused = document.activeElement;
    document.body.append(field);
    field.select();
    let copied = false;
    try { copied = document.execCommand("copy"); } catch { copied = false; }
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    return copied;
  };
  const copy = async (text) => {
    let copied = false;
    try {
      await navigator.clipboard.writeText(text);
      copied = true;
    } catch {
      copied = copyByHand(text);
    }
    say(copied ? `Gekopieerd: ${text.split("\n")[0]}` : "Kopiëren lukt hier niet");
  };

  for (const shown of document.querySelectorAll("button[data-tekst], .toetsen")) {
    shown.hidden = false;
  }
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("button[data-tekst]");
    if (button) copy(button.dataset.tekst);
  });

  const box = document.getElementById("q");
  const hits = [...document.querySelectorAll(".lijst article")];
  let current = -1;
  const go = (place) => {
    if (place < 0 || place >= hits.length) return;
    if (current >= 0) hits[current].classList.remove("hier");
    current = place;
    hits[current].classList.add("hier");
    hits[current].querySelector("h3 a").focus({ preventScroll: true });
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    hits[current].scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  };
  // Tab moves the focus; the keys go on from there.
  document.addEventListener("focusin", (event) => {
    const place = hits.findIndex((hit) => hit.contains(event.target));
    if (place < 0 || place === current) return;
    if (current >= 0) hits[current].classList.remove("hier");
    current = place;
    hits[current].classList.add("hier");
  });

  const isTyping = (target) => target instanceof Element
    && (target.closest("input, textarea, select") || target.isContentEditable);
  // Out of the box, so that the keys are keys again.
  if (box) box.addEventListener("keydown", (event) => { if (event.key === "Escape") box.blur(); });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing
      || event.defaultPrevented || isTyping(event.target)) return;
    switch (event.key) {
      case "/":
        if (!box) return;
        box.focus();
        box.select();
        break;
      case "j": if (hits.length) go(current + 1); break;
      case "k": if (hits.length) go(Math.max(0, current - 1)); break;
      case "Enter": {
        // Links and buttons do what they do by themselves.
        if (current < 0 || event.target !== document.body) return;
        location.assign(hits[current].querySelector("h3 a").href);
        break;
      }
      case "c": {
        const from = hits[current] || document.querySelector(".stukkop");
        const button = from && from.querySelector("button[data-tekst]");
        if (!button) return;
        copy(button.dataset.tekst);
        break;
      }
      default: return;
    }
    event.preventDefault();
  });
})();
