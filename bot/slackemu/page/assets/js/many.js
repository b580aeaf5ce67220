// Choosing several from a list: a button that shows the choice and opens check boxes.
import { h, icon } from "./dom.js";
import { keyOf, optionsOf } from "./elements.js";

export function manyOf(e, block, ctx) {
  const chosen = new Set(ctx.chosen(block, e));
  const text = new Map(optionsOf(e).map((o) => [o.value, o.text]));
  const label = h("span", {});
  const write = () => {
    const names = [...chosen].map((v) => text.get(v) ?? v);
    label.textContent = names.length ? names.join(", ") : e.placeholder?.text ?? "Choose options";
    label.className = names.length ? "" : "placeholder";
  };
  const box = (o) => h("label", { class: "mark" }, h("input", {
    type: "checkbox", value: o.value, checked: chosen.has(o.value),
    onchange: (ev) => {
      if (ev.target.checked) chosen.add(o.value); else chosen.delete(o.value);
      write();
      ctx.choose(block, e, [...chosen]);
    },
  }), h("span", {}, o.text));
  write();
  return h("details", { class: "many" },
    h("summary", { class: "select", id: ctx.inputId, data: { key: keyOf(block, e), action: e.action_id }, "aria-describedby": ctx.described }, label, icon("chevron")),
    h("div", { class: "many-list", role: "group", "aria-label": ctx.label ?? e.placeholder?.text ?? "Options" },
      optionsOf(e).map(box)));
}
