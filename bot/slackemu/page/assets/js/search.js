// Search in the messages that the person can see, newest first.
import { h, fill } from "./dom.js";
import { model, nameOf, sees, seenBy, titleOf } from "./model.js";
import { ui, go } from "./ui.js";
import { literal } from "./text.js";
import { dateOf } from "./message.js";
import { decode } from "./wire.js";
import { reveal } from "./list.js";

const most = 50;
const marks = /(^|\s)[*_~`]+|[*_~`]+(?=[\s.,;:!?)]|$)/g; // of mrkdwn, which nobody reads

export class Search {
  title = "Search";

  constructor() {
    this.field = h("input", { class: "field", type: "search", placeholder: "Search messages", "aria-label": "Search messages", oninput: () => this.draw() });
    this.count = h("p", { class: "hint", role: "status" });
    this.list = h("ul", { class: "found" });
    this.el = h("div", { class: "search" }, this.field, this.count, this.list);
  }

  route(before, fresh) {
    this.draw();
    if (fresh) { this.field.focus(); this.field.select(); }
  }

  update(what) { if (what.whole || what.channels.size) this.draw(); }

  draw() {
    const words = this.field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const all = words.length ? find(words) : [];
    this.count.textContent = !words.length ? "" : all.length === 0 ? "No message has these words." : all.length > most ? `The newest ${most} of ${all.length}` : `${all.length} found`;
    fill(this.list, all.slice(0, most).map(({ m, ch, text }) => h("li", {}, h("button", { type: "button", class: "hit", onclick: () => open(m) },
      h("span", { class: "hint" }, `${nameOf(m.payload.user)} in ${ch.direct || ch.group ? "" : "#"}${titleOf(ch, ui.me)}, ${dateOf(m.ts).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" })}`),
      h("span", { class: "hit-text" }, extract(text, words))))));
  }
}

function find(words) {
  const all = [];
  for (const ch of model.channels.values()) {
    if (!sees(ui.me, ch)) continue;
    for (const m of ch.messages) {
      if (!seenBy(m, ui.me) || m.refused) continue;
      const text = textOf(m), low = text.toLowerCase();
      if (words.every((w) => low.includes(w))) all.push({ m, ch, text });
    }
  }
  return all.sort((a, b) => (a.m.ts < b.m.ts ? 1 : -1));
}

const texts = new WeakMap(); // message -> its text

function textOf(m) {
  if (!texts.has(m)) texts.set(m, decode((m.payload.blocks ? said(m.payload.blocks) : m.payload.text ?? "").replace(/\s+/g, " ").replace(marks, "$1")));
  return texts.get(m);
}

// said returns the text of blocks of any kind.
function said(v) {
  if (Array.isArray(v)) return v.map(said).join(" ");
  if (!v || typeof v !== "object") return "";
  return [v.text, v.title, v.label, v.fields, v.elements, v.accessory, v.rows, v.child_blocks]
    .map((x) => (typeof x === "string" ? x : said(x))).filter(Boolean).join(v.type === "rich_text_section" ? "" : " ");
}

// extract returns the text around the first word found, with all of them marked.
function extract(text, words) {
  const at = Math.min(...words.map((w) => text.toLowerCase().indexOf(w)));
  const from = Math.max(0, at - 60);
  const part = `${from ? "…" : ""}${text.slice(from, from + 200)}${text.length > from + 200 ? "…" : ""}`;
  const any = new RegExp(`(${words.map(literal).join("|")})`, "gi");
  return part.split(any).map((s, i) => (i % 2 ? h("mark", {}, s) : s));
}

function open(m) {
  go({ place: m.channel, thread: m.parent });
  reveal(m.ts);
}
