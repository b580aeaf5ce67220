// Tables, plain ones and those that people can sort and page through.
import { h, fill } from "./dom.js";
import { plainText } from "./text.js";
import { richText } from "./richtext.js";
import { element } from "./elements.js";

export function table(b) {
  const settings = b.column_settings ?? [];
  const cell = (tag, scope) => (c, i) => h(tag, {
    scope, class: `align-${settings[i]?.align ?? "left"}${settings[i]?.is_wrapped ? " wrapped" : ""}`,
  }, content(c));
  const [head, ...rows] = b.rows;
  return scrolling("Table", h("table", {},
    h("thead", {}, h("tr", {}, head.map(cell("th", "col")))),
    h("tbody", {}, rows.map((r) => h("tr", {}, r.map(cell("td")))))));
}

function content(c, b, ctx) {
  if (c.type === "rich_text") return richText(c);
  if (c.type === "action_cell") return element(c.element, b, ctx);
  return plainText(textOf(c), false);
}

const textOf = (c) => c.text ?? (c.value === undefined ? "" : String(c.value));

// scrolling puts a table into a box that says when there is more to the right.
function scrolling(label, el) {
  const box = h("div", { class: "table-box", tabindex: 0, role: "region", "aria-label": label }, el);
  const all = h("div", { class: "table-wrap" }, h("div", { class: "table-more", "aria-hidden": "true" }, "more to the right →"), box);
  const look = () => { all.classList.toggle("has-more", box.scrollWidth - box.scrollLeft - box.clientWidth > 4); };
  box.addEventListener("scroll", look, { passive: true });
  new ResizeObserver(look).observe(box);
  return all;
}

const views = new Map(); // block -> { by, down, page }: how this page shows it

export function dataTable(b, ctx) {
  const key = `${ctx.ts} ${b.block_id}`;
  const view = views.get(key) ?? { by: -1, down: false, page: 0 };
  views.set(key, view);
  const [head, ...rows] = b.rows;
  const size = b.page_size ?? 5, pages = Math.ceil(rows.length / size), name = b.row_header_column_index ?? 0;
  const body = h("tbody"), foot = h("div", { class: "pages" });
  const heads = head.map((c, i) => h("th", { scope: "col" }, h("button", {
    type: "button", class: "sort", data: { key: `${b.block_id}/sort-${i}` },
    onclick: () => { view.down = view.by === i && !view.down; view.by = i; view.page = 0; draw(); },
  }, textOf(c), h("span", { class: "sign", "aria-hidden": "true" }))));
  const draw = () => {
    heads.forEach((el, i) => {
      el.setAttribute("aria-sort", i !== view.by ? "none" : view.down ? "descending" : "ascending");
      el.querySelector(".sign").textContent = i !== view.by ? "" : view.down ? "↓" : "↑";
    });
    const shown = sorted(rows, view).slice(view.page * size, (view.page + 1) * size);
    fill(body, shown.map((r) => h("tr", {}, r.map((c, i) => h(i === name ? "th" : "td", { scope: i === name ? "row" : undefined, class: "wrapped" }, content(c, b, ctx))))));
    const turn = (by, label, off) => h("button", { type: "button", class: "quiet", disabled: off, onclick: () => { view.page += by; draw(); } }, label);
    fill(foot, pages > 1 && [turn(-1, "Back", view.page === 0), `${view.page + 1} of ${pages}`, turn(1, "Next", view.page === pages - 1)]);
  };
  draw();
  return h("div", { class: "data-table" }, scrolling(b.caption, h("table", {},
    h("caption", {}, b.caption), h("thead", {}, h("tr", {}, heads)), body)), foot);
}

// sorted sorts by number if a column has only numbers, otherwise by text.
function sorted(rows, { by, down }) {
  if (by < 0) return rows;
  const numbers = rows.every((r) => r[by].type === "raw_number");
  const all = [...rows].sort((a, b) => (numbers ? a[by].value - b[by].value : said(a[by]).localeCompare(said(b[by]))));
  return down ? all.reverse() : all;
}

function said(c) {
  if (c.type === "rich_text") return c.elements.flatMap((e) => e.elements ?? []).map((e) => e.text ?? "").join("");
  return textOf(c.type === "action_cell" ? c.element.text : c);
}
