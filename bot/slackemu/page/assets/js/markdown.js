// Markdown blocks: standard Markdown, as far as Slack shows it.
import { h, fragment, link } from "./dom.js";
import { withEmoji } from "./emoji.js";

export function markdown(source) {
  return fragment(blocks(source.replace(/\r/g, "").split("\n")));
}

const starts = {
  fence: /^\s*(```|~~~)(.*)$/, heading: /^(#{1,6})\s+(.*?)\s*#*$/, rule: /^\s*([-*_])(\s*\1){2,}\s*$/,
  quote: /^\s*>\s?/, item: /^(\s*)([-*+]|\d+[.)])\s+(.*)$/,
};

function blocks(lines) {
  const out = [];
  for (let i = 0; i < lines.length;) {
    const line = lines[i];
    let m;
    if (!line.trim()) { i++; } else if ((m = starts.fence.exec(line))) {
      const end = lines.findIndex((l, n) => n > i && l.trim().startsWith(m[1]));
      const stop = end < 0 ? lines.length : end;
      out.push(h("pre", {}, h("code", {}, lines.slice(i + 1, stop).join("\n"))));
      i = stop + 1;
    } else if ((m = starts.heading.exec(line))) {
      out.push(h(`h${Math.min(m[1].length + 2, 6)}`, { class: `md-${m[1].length}` }, inline(m[2])));
      i++;
    } else if (starts.rule.test(line)) { out.push(h("hr")); i++; } else if (starts.quote.test(line)) {
      const run = take(lines, i, (l) => starts.quote.test(l));
      out.push(h("blockquote", {}, blocks(run.map((l) => l.replace(starts.quote, "")))));
      i += run.length;
    } else if (starts.item.test(line)) {
      const run = take(lines, i, (l) => starts.item.test(l) || /^\s+\S/.test(l));
      out.push(list(run));
      i += run.length;
    } else if (line.includes("|") && /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/.test(lines[i + 1] ?? "")) {
      const run = take(lines, i, (l) => l.includes("|"));
      out.push(table(run));
      i += run.length;
    } else {
      const run = take(lines, i, (l, n) => n === i || l.trim() && !Object.values(starts).some((s) => s.test(l)));
      out.push(h("p", {}, run.flatMap((l, n) => (n ? [h("br"), inline(l)] : [inline(l)]))));
      i += run.length;
    }
  }
  return out;
}

function take(lines, from, fits) {
  let to = from;
  while (to < lines.length && fits(lines[to], to)) to++;
  return lines.slice(from, to);
}

// list nests by indentation: what is indented below an item belongs to it.
function list(lines) {
  const first = starts.item.exec(lines[0]);
  const ordered = /\d/.test(first[2]);
  const el = h(ordered ? "ol" : "ul", { start: ordered && first[2] !== "1." ? parseInt(first[2], 10) : undefined });
  for (let i = 0; i < lines.length;) {
    const m = starts.item.exec(lines[i]);
    const run = take(lines, i + 1, (l) => /^\s/.test(l) && l.search(/\S/) > first[1].length);
    const task = /^\[([ xX])\]\s+(.*)$/.exec(m?.[3] ?? "");
    const mark = task && h("input", { type: "checkbox", disabled: true, checked: task[1] !== " " });
    el.append(h("li", {}, mark, mark && " ", inline(task ? task[2] : m?.[3] ?? lines[i]), run.length ? blocks(dedent(run)) : null));
    i += 1 + run.length;
  }
  return el;
}

function dedent(lines) {
  const least = Math.min(...lines.filter((l) => l.trim()).map((l) => l.search(/\S/)));
  return lines.map((l) => l.slice(least));
}

function table(lines) {
  const cells = (l) => l.trim().replace(/^\||\|$/g, "").split(/(?<!\\)\|/).map((c) => c.trim().replace(/\\\|/g, "|"));
  const [head, , ...rows] = lines.map(cells);
  return h("div", { class: "table-box", tabindex: 0, role: "region", "aria-label": "Table" }, h("table", {},
    h("thead", {}, h("tr", {}, head.map((c) => h("th", { scope: "col" }, inline(c))))),
    h("tbody", {}, rows.map((r) => h("tr", {}, r.map((c) => h("td", {}, inline(c))))))));
}

const inlineRules = [
  [/\\([\\`*_{}[\]()#+\-.!~>|])/, (m) => m[1]],
  [/(`+)([^`]|[^`].*?[^`])\1(?!`)/, (m) => h("code", {}, m[2])],
  [/!\[([^\]]*)\]\(([^)\s]+)[^)]*\)/, (m) => h("span", { class: "no-picture" }, m[1] || m[2])],
  [/\[((?:[^[\]\\]|\\.)+)\]\(([^)\s]+)(?:\s+"[^"]*")?\)/, (m) => link(m[2], inline(m[1]))],
  [/<((?:https?|mailto):[^>\s]+)>/, (m) => link(m[1])],
  [/\*\*(?=\S)(.+?)(?<=\S)\*\*/, (m) => h("strong", {}, inline(m[1]))],
  [/(?<!\w)__(?=\S)(.+?)(?<=\S)__(?!\w)/, (m) => h("strong", {}, inline(m[1]))],
  [/\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?!\*)/, (m) => h("em", {}, inline(m[1]))],
  [/(?<!\w)_(?=[^\s_])(.+?)(?<=[^\s_])_(?!\w)/, (m) => h("em", {}, inline(m[1]))],
  [/~~(?=\S)(.+?)(?<=\S)~~/, (m) => h("s", {}, inline(m[1]))],
  [/\bhttps?:\/\/[^\s<>]*[^\s<>.,;:!?)\]'"]/, (m) => link(m[0])],
];

function inline(text) {
  const out = [];
  while (text) {
    let first = null;
    for (const [find, make] of inlineRules) {
      const m = find.exec(text);
      if (m && (!first || m.index < first.m.index)) first = { m, make };
    }
    if (!first) break;
    out.push(withEmoji(text.slice(0, first.m.index)), first.make(first.m));
    text = text.slice(first.m.index + first.m[0].length);
  }
  out.push(withEmoji(text));
  return fragment(out);
}
