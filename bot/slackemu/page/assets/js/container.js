// A titled group of blocks, which may be collapsed.
import { h } from "./dom.js";
import { textObject } from "./text.js";
import { richText } from "./richtext.js";
import { blocks, picture } from "./blocks.js";

const folded = new Map(); // container -> whether a person folded it

export function container(b, ctx) {
  const head = [
    b.icon && picture(b.icon),
    h("span", { class: "container-title" }, b.rich_text_title ? richText(b.rich_text_title) : textObject(b.title)),
    b.subtitle && h("span", { class: "hint" }, textObject(b.subtitle)),
  ];
  const width = `container ${b.width ?? "standard"}`;
  if (!b.is_collapsible) {
    return h("section", { class: `${width}${b.has_header_divider ? " divided" : ""}` }, h("header", {}, head), h("div", { class: "container-body" }, blocks(b.child_blocks, ctx)));
  }
  const key = `${ctx.ts} ${b.block_id}`;
  const el = h("details", { class: width, open: !(folded.get(key) ?? b.default_collapsed), ontoggle: () => folded.set(key, !el.open) },
    h("summary", { data: { key: `${b.block_id}/fold` } }, head), h("div", { class: "container-body" }, blocks(b.child_blocks, ctx)));
  return el;
}
