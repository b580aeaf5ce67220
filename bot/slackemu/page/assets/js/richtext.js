// Rich text: a tree in which bold text, lists and mentions are explicit. All of its
// text is literal.
import { h, fragment, link } from "./dom.js";
import { mention, channel } from "./text.js";

export function richText(block) {
  const out = [];
  let list = null; // lists that follow one another nest by their indent
  for (const e of block.elements ?? []) {
    if (e.type !== "rich_text_list") { list = null; out.push(part(e)); continue; }
    const el = listOf(e);
    const indent = e.indent ?? 0;
    while (list && list.indent >= indent) list = list.up;
    if (list) list.el.lastElementChild.append(el);
    else out.push(el);
    list = { el, indent, up: list };
  }
  return out;
}

function part(e) {
  switch (e.type) {
    case "rich_text_section": return h("div", { class: "rich" }, inline(e));
    case "rich_text_quote": return h("blockquote", {}, inline(e));
    case "rich_text_preformatted": return h("pre", {}, inline(e));
  }
  return unknown(e.type);
}

function listOf(e) {
  const ordered = e.style === "ordered";
  return h(ordered ? "ol" : "ul", { start: ordered && e.offset ? e.offset + 1 : undefined, class: `level-${(e.indent ?? 0) % 3}` },
    (e.elements ?? []).map((item) => h("li", {}, inline(item))));
}

export function inline(e) {
  return fragment((e.elements ?? []).map(leaf));
}

function leaf(o) {
  const text = () => (o.text ?? "").split("\n").flatMap((line, i) => (i ? [h("br"), line] : [line]));
  switch (o.type) {
    case "text": return styled(o.style, text());
    case "citation": return citation(o);
    case "link": return styled(o.style, link(o.url, o.text ? text() : o.url));
    case "user": return styled(o.style, mention(o.user_id));
    case "broadcast": return h("span", { class: "mention loud" }, `@${o.range}`);
    case "channel": return channel(o.channel_id);
  }
  return unknown(o.type);
}

// citation links to a source and describes it in a tooltip.
function citation(o) {
  const d = o.details ?? {};
  const about = [d.title ?? o.text, d.display_name, d.snippet].filter(Boolean).join("\n");
  const a = link(o.url, o.text);
  if (!(a instanceof Element)) return h("span", { class: "citation", title: about }, o.text);
  a.className = "citation";
  a.title = about;
  return a;
}

function styled(style, content) {
  const tags = { bold: "strong", italic: "em", strike: "s", code: "code", underline: "u", highlight: "mark" };
  for (const [name, tag] of Object.entries(tags)) if (style?.[name]) content = h(tag, {}, content);
  return content;
}

export const unknown = (kind) => h("div", { class: "unknown" }, `The page cannot show a ${kind} yet.`);
