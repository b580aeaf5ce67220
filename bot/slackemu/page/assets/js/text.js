// Slack's own text form, mrkdwn, to nodes: <…> are links and mentions, * _ ~ ` >
// format, and & < > are escaped. Everything else is plain text.
import { h, fragment, link } from "./dom.js";
import { model, nameOf } from "./model.js";
import { emoji, withEmoji } from "./emoji.js";
import { go } from "./ui.js";

const entities = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };
export const unescape = (s) => s.replace(/&(?:lt|gt|amp);/g, (e) => entities[e]);
export const escape = (s) => s.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

// literal is text as a regular expression that finds it.
export const literal = (s) => s.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const before = String.raw`(?<=^|[\s([{"'“‘*_~–—-])`;
const after = String.raw`(?=$|[\s)\]}"'”’*_~.,;:!?…–—-])`;
const marked = (c) => new RegExp(`${before}${c}(?=\\S)([^\\n]*?\\S)${c}${after}`, "u");

// Each rule finds its first match; the earliest match wins.
const inlineRules = [
  { find: /<([^<>\n]+)>/, make: (m) => reference(m[1]) },
  { find: /`([^`\n]+)`/, make: (m) => h("code", {}, unescape(m[1])), format: true },
  { find: marked("\\*"), make: (m, o) => h("strong", {}, inline(m[1], o)), format: true },
  { find: marked("_"), make: (m, o) => h("em", {}, inline(m[1], o)), format: true },
  { find: marked("~"), make: (m, o) => h("s", {}, inline(m[1], o)), format: true },
  { find: /:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/, make: (m) => emoji(m[1]) },
  { find: /\bhttps?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]'"]/, make: (m) => link(unescape(m[0])), auto: true },
];

// mrkdwn renders text. With verbatim, bare addresses are no links; with plain, marks
// do not format.
export function mrkdwn(text, options = {}) {
  if (options.plain) return fragment(lines(text, options));
  const out = [];
  for (const [i, part] of text.split("```").entries()) {
    if (i % 2) out.push(h("pre", {}, h("code", {}, unescape(part.replace(/^\n|\n$/g, "")))));
    else out.push(quotes(i ? part.replace(/^\n/, "") : part, options));
  }
  return fragment(out);
}

function quotes(text, options) {
  const out = [];
  let run = [], quoted = false;
  const flush = () => {
    if (run.length) out.push(quoted ? h("blockquote", {}, lines(run.join("\n"), options)) : lines(run.join("\n"), options));
    run = [];
  };
  for (const line of text.split("\n")) {
    const q = /^(?:&gt;|>)\s?/.exec(line);
    if (Boolean(q) !== quoted) { flush(); quoted = Boolean(q); }
    run.push(q ? line.slice(q[0].length) : line);
  }
  flush();
  return out;
}

function lines(text, options) {
  return text.split("\n").flatMap((line, i) => (i ? [h("br"), inline(line, options)] : [inline(line, options)]));
}

function inline(text, options) {
  const out = [];
  while (text) {
    let first = null;
    for (const rule of inlineRules) {
      if (options.plain && rule.format || options.verbatim && rule.auto) continue;
      const m = rule.find.exec(text);
      if (m && (!first || m.index < first.m.index)) first = { m, rule };
    }
    if (!first) break;
    out.push(unescape(text.slice(0, first.m.index)), first.rule.make(first.m, options));
    text = text.slice(first.m.index + first.m[0].length);
  }
  out.push(unescape(text));
  return fragment(out);
}

function reference(inside) {
  const bar = inside.indexOf("|");
  const value = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? "" : unescape(inside.slice(bar + 1));
  if (/^@[UW][A-Z0-9]+$/.test(value)) return mention(value.slice(1), label.replace(/^@/, ""));
  if (/^#[CG][A-Z0-9]+$/.test(value)) return channel(value.slice(1), label);
  if (/^!(here|channel|everyone)$/.test(value)) return h("span", { class: "mention loud" }, `@${value.slice(1)}`);
  if (value.startsWith("!subteam^")) return h("span", { class: "mention loud" }, label || `@${value.slice(9)}`);
  if (/^[a-zA-Z][a-zA-Z0-9+.-]*:/.test(value)) return link(unescape(value), label || unescape(value).replace(/^mailto:/, ""));
  return `<${unescape(inside)}>`;
}

export function mention(id, label) {
  const name = model.users.has(id) ? nameOf(id) : label || id;
  return h("span", { class: "mention" }, `@${name}`);
}

export function channel(id, label) {
  const known = model.channels.get(id);
  const name = `#${known?.name ?? (label || id)}`;
  if (!known) return h("span", { class: "mention" }, name);
  return h("button", { type: "button", class: "mention", onclick: () => go({ place: id }) }, name);
}

// textObject renders a text object of Block Kit.
export function textObject(o) {
  if (!o) return null;
  if (o.type === "plain_text") return plainText(o.text, o.emoji !== false);
  return mrkdwn(o.text ?? "", { verbatim: o.verbatim });
}

export function plainText(text, withPictures = true) {
  const parts = (withPictures ? withEmoji(text) : text).split("\n");
  return fragment(parts.flatMap((line, i) => (i ? [h("br"), line] : [line])));
}
