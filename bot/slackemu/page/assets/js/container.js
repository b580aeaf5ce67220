// A titled group of blocks, which may be collapsed.
import { h } from "./dom.js";
import { textObject } from "./text.js";
import { blocks } from "./blocks.js";

const folded = new Map(); // container -> whether a person folded it

export function container(b, ctx) {
  const head = h("span", { class: "container-title" }, textObject(b.title));
  const body = h("div", { class: "container-body" }, blocks(b.child_blocks, ctx));
  if (!b.is_collapsible) return h("section", { class: "container" }, h("header", {}, head), body);
  const key = `${ctx.ts} ${b.block_id}`;
  const el = h("details", { class: "container", open: !(folded.get(key) ?? b.default_collapsed), ontoggle: () => folded.set(key, !el.open) },
    h("summary", { data: { key: `${b.block_id}/fold` } }, head), body);
  return el;
}
