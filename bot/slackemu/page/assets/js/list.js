// A list of messages. Only a window of it is in the document, which moves as people
// scroll; messages that did not change keep their elements.
import { h, keepFocus } from "./dom.js";

const most = 120; // messages in the document
const step = 50;

const lists = new Set();

// reveal scrolls to a message in every list that has it.
export function reveal(ts) {
  setTimeout(() => { for (const l of lists) l.reveal(ts); });
}

export class List {
  // draw(item, before) renders an item; sign(item, before) changes when it must be
  // rendered again; between(before, item) renders what is between two, if anything.
  constructor(scroller, { draw, sign, between }) {
    Object.assign(this, { scroller, draw, sign, between, items: [], start: 0, end: 0, known: new Map() });
    this.box = h("div", { class: "list", role: "log", "aria-live": "polite" });
    scroller.append(this.box);
    scroller.addEventListener("scroll", () => this.scrolled(), { passive: true });
    this.box.addEventListener("keydown", (e) => this.key(e));
    this.box.addEventListener("focusin", (e) => this.roam(e.target.closest("article")));
    new ResizeObserver(() => { if (this.stuck) this.toEnd(); }).observe(scroller);
    this.stuck = true;
    lists.add(this);
  }

  reveal(ts) {
    const at = this.items.findIndex((m) => m.ts === ts);
    if (at < 0 || !this.box.isConnected) return;
    if (at < this.start || at >= this.end) {
      this.start = Math.max(0, at - step);
      this.end = Math.min(this.items.length, this.start + most);
    }
    this.stuck = false;
    this.show(true);
    const el = this.known.get(ts).el;
    el.scrollIntoView({ block: "center" });
    el.focus({ preventScroll: true });
  }

  set(items, fresh) {
    const first = this.items[this.start]?.ts, ended = this.end >= this.items.length;
    const grown = items.at(-1)?.ts !== this.items.at(-1)?.ts;
    this.items = items;
    if (fresh) { this.known.clear(); this.box.replaceChildren(); this.stuck = true; }
    if (fresh || this.stuck || ended) { this.end = items.length; this.start = Math.max(0, this.end - (fresh || this.stuck ? most - step : most)); }
    if (!fresh && !this.stuck) {
      const at = items.findIndex((m) => m.ts >= first);
      this.start = Math.max(0, at);
      if (!ended) this.end = Math.min(items.length, this.start + most);
      else this.start = Math.max(this.start, this.end - most);
      if (grown) this.scroller.dispatchEvent(new Event("more-below"));
    }
    this.show();
  }

  // show brings the document in line with the window without moving what is in view.
  show(history = false) {
    const anchor = this.stuck ? null : this.visible();
    const top = anchor?.getBoundingClientRect().top;
    this.box.setAttribute("aria-busy", String(history));
    keepFocus(this.box, () => this.reconcile());
    if (this.stuck) this.toEnd();
    else if (anchor) {
      const now = anchor.isConnected ? anchor : this.known.get(anchor.dataset.ts)?.el;
      if (now?.isConnected) this.scroller.scrollTop += now.getBoundingClientRect().top - top;
    }
    this.box.setAttribute("aria-busy", "false");
    this.roam(this.box.querySelector('article[tabindex="0"]') ?? [...this.box.querySelectorAll("article")].at(-1));
  }

  reconcile() {
    const used = new Set();
    let spot = this.box.firstChild;
    const put = (key, sign, make) => {
      let k = this.known.get(key);
      if (!k || k.sign !== sign) {
        const el = make();
        if (k?.el === spot) { spot = spot.nextSibling; }
        k?.el.remove();
        this.known.set(key, k = { el, sign });
      }
      if (k.el === spot) spot = spot.nextSibling;
      else this.box.insertBefore(k.el, spot);
      used.add(key);
    };
    for (let i = this.start; i < this.end; i++) {
      const m = this.items[i], before = this.items[i - 1];
      const line = this.between(before, m, i === this.start);
      if (line) put(`line ${line.key}`, line.key, line.make);
      put(m.ts, this.sign(m, line ? null : before), () => this.draw(m, line ? null : before));
    }
    while (spot) { const next = spot.nextSibling; spot.remove(); spot = next; }
    for (const key of this.known.keys()) if (!used.has(key)) this.known.delete(key);
  }

  scrolled() {
    const s = this.scroller;
    const below = s.scrollHeight - s.scrollTop - s.clientHeight;
    this.stuck = this.end >= this.items.length && below < 48;
    if (this.stuck) s.dispatchEvent(new Event("at-end"));
    if (s.scrollTop < 400 && this.start > 0) {
      this.start = Math.max(0, this.start - step);
      this.end = Math.min(this.end, this.start + most);
      this.show(true);
    } else if (below < 400 && this.end < this.items.length) {
      this.end = Math.min(this.items.length, this.end + step);
      this.start = Math.max(this.start, this.end - most);
      this.show(true);
    }
  }

  // latest shows the end of the list.
  latest() {
    this.end = this.items.length;
    this.start = Math.max(0, this.end - (most - step));
    this.stuck = true;
    this.show(true);
  }

  toEnd() { this.scroller.scrollTop = this.scroller.scrollHeight; }

  visible() {
    const top = this.scroller.getBoundingClientRect().top;
    return [...this.box.children].find((el) => el.dataset.ts && el.getBoundingClientRect().bottom > top);
  }

  // roam makes one message reachable by Tab.
  roam(article) {
    if (!article) return;
    for (const el of this.box.querySelectorAll('article[tabindex="0"]')) if (el !== article) el.tabIndex = -1;
    article.tabIndex = 0;
  }

  key(e) {
    if (e.target.tagName !== "ARTICLE" || !["ArrowUp", "ArrowDown"].includes(e.key)) return;
    e.preventDefault();
    const all = [...this.box.querySelectorAll("article")];
    const next = all[all.indexOf(e.target) + (e.key === "ArrowUp" ? -1 : 1)];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  }
}
