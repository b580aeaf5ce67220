// Block Kit to nodes, one function for each kind of block. A kind without a function
// is named, so that nobody takes it for empty.
import { h, fragment } from "./dom.js";
import { textObject, plainText } from "./text.js";
import { richText, unknown } from "./richtext.js";
import { element } from "./elements.js";
import { table } from "./tables.js";
import { container } from "./container.js";

const kinds = {
  section(b, ctx) {
    return h("div", { class: "section" },
      h("div", { class: "section-text" },
        b.text && h("div", { class: "text" }, textObject(b.text)),
        b.fields && h("div", { class: "fields" }, b.fields.map((f) => h("div", { class: "text" }, textObject(f))))),
      b.accessory && h("div", { class: "accessory" }, element(b.accessory, b, ctx)));
  },
  header(b) { return h("div", { class: "header", role: "heading", "aria-level": 3 }, textObject(b.text)); },
  divider() { return h("hr"); },
  context(b) { return h("div", { class: "context" }, b.elements.map((e) => h("div", { class: "text" }, textObject(e)))); },
  actions(b, ctx) { return h("div", { class: "actions" }, b.elements.map((e) => element(e, b, ctx))); },
  context_actions(b, ctx) { return h("div", { class: "actions quiet-actions" }, b.elements.map((e) => element(e, b, ctx))); },
  input,
  rich_text(b) { return h("div", { class: "text" }, richText(b)); },
  table,
  container,
};

export function blocks(list, ctx) {
  return fragment((list ?? []).map((b) => {
    const make = Object.hasOwn(kinds, b.type) ? kinds[b.type] : null;
    return h("div", { class: `block block-${b.type}`, data: { block: b.block_id ?? "" } }, make ? make(b, ctx) : unknown(`${b.type} block`));
  }));
}

function input(b, ctx) {
  const wrong = ctx.errors?.[b.block_id];
  const id = `in-${ctx.view ?? ctx.ts}-${b.block_id}`;
  const notes = [b.hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(" ");
  const group = ["radio_buttons", "checkboxes"].includes(b.element.type);
  const label = [plainText(b.label.text, b.label.emoji !== false), b.optional && h("span", { class: "optional" }, " (optional)")];
  const described = { ...ctx, described: notes || undefined, inputId: id, label: b.label.text, required: !b.optional, invalid: Boolean(wrong) };
  return h(group ? "fieldset" : "div", { class: `input${wrong ? " has-error" : ""}`, "aria-describedby": group && notes ? notes : undefined },
    group ? h("legend", {}, label) : h("label", { for: id }, label),
    element(b.element, b, described),
    b.hint && h("div", { class: "hint", id: `${id}-hint` }, textObject(b.hint)),
    wrong && h("div", { class: "error", id: `${id}-wrong`, role: "alert" }, wrong));
}
