// Tables.
import { h } from "./dom.js";
import { plainText } from "./text.js";
import { richText } from "./richtext.js";

export function table(b) {
  const settings = b.column_settings ?? [];
  const cell = (tag, scope) => (c, i) => h(tag, {
    scope, class: `align-${settings[i]?.align ?? "left"}${settings[i]?.is_wrapped ? " wrapped" : ""}`,
  }, c.type === "rich_text" ? richText(c) : plainText(c.text, false));
  const [head, ...rows] = b.rows;
  return scrolling("Table", h("table", {},
    h("thead", {}, h("tr", {}, head.map(cell("th", "col")))),
    h("tbody", {}, rows.map((r) => h("tr", {}, r.map(cell("td")))))));
}

// scrolling puts a table into a box that says when there is more to the right.
function scrolling(label, el) {
  const box = h("div", { class: "table-box", tabindex: 0, role: "region", "aria-label": label }, el);
  const all = h("div", { class: "table-wrap" }, h("div", { class: "table-more", "aria-hidden": "true" }, "more to the right →"), box);
  const look = () => { all.classList.toggle("has-more", box.scrollWidth - box.scrollLeft - box.clientWidth > 4); };
  box.addEventListener("scroll", look, { passive: true });
  new ResizeObserver(look).observe(box);
  return all;
}

