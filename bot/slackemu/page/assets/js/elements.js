// Interactive elements, one function for each kind. Each shows what is chosen and
// calls ctx.act or ctx.choose with the values when a person uses it.
import { h, icon, link } from "./dom.js";
import { textObject, plainText } from "./text.js";
import { model, sees } from "./model.js";
import { confirmed } from "./confirm.js";
import { menu } from "./menu.js";
import { unknown } from "./richtext.js";
import { field } from "./fields.js";
import { manyOf } from "./many.js";
import { ui } from "./ui.js";

const kinds = {
  button, feedback_buttons: feedback, overflow,
  static_select: select, users_select: select, conversations_select: select,
  multi_static_select: manyOf, multi_users_select: manyOf,
  radio_buttons: marks, checkboxes: marks, plain_text_input: field,
};

export function element(e, block, ctx) {
  const make = Object.hasOwn(kinds, e.type) ? kinds[e.type] : null;
  return make ? make(e, block, ctx) : unknown(e.type);
}

export const keyOf = (block, e) => `${block.block_id}/${e.action_id}`;

// send asks for confirmation first if the element wants that.
export async function send(e, block, ctx, values) {
  if (e.confirm && !(await confirmed(e.confirm))) return false;
  return ctx.act(block, e, values);
}

function button(e, block, ctx) {
  const props = {
    class: `button ${e.style ?? ""}`, "aria-label": e.accessibility_label, data: { key: keyOf(block, e), action: e.action_id },
    onclick: (ev) => busy(ev.currentTarget, send(e, block, ctx, e.value ? [e.value] : [])),
  };
  const text = plainText(e.text.text, e.text.emoji !== false);
  if (!e.url) return h("button", { type: "button", ...props }, text);
  const a = link(e.url, text);
  if (!(a instanceof Element)) return h("button", { type: "button", ...props }, text);
  a.className = props.class;
  a.addEventListener("click", () => send({ ...e, confirm: undefined }, block, ctx, e.value ? [e.value] : []));
  return a;
}

// busy keeps a button from being pressed twice while the server is working.
async function busy(el, doing) {
  el.setAttribute("aria-busy", "true");
  await doing;
  el.removeAttribute("aria-busy");
}

function feedback(e, block, ctx) {
  const voted = ctx.voted?.(e.action_id);
  const one = (b, name) => h("button", {
    type: "button", class: "icon-button vote", title: b.text.text, "aria-label": b.accessibility_label ?? b.text.text,
    "aria-pressed": String(voted === b.value), data: { key: `${keyOf(block, e)}/${name}`, action: e.action_id, vote: name },
    onclick: () => send(e, block, ctx, [b.value]),
  }, icon(name));
  return h("span", { class: "votes", role: "group", "aria-label": "Feedback" }, one(e.positive_button, "good"), one(e.negative_button, "bad"));
}

function overflow(e, block, ctx) {
  const label = "More";
  return h("button", {
    type: "button", class: "button overflow", "aria-label": label, title: label, "aria-haspopup": "menu", data: { key: keyOf(block, e), action: e.action_id },
    onclick: (ev) => menu(ev.currentTarget, e.options.map((o) => ({
      name: o.text.text, note: o.description?.text,
      run: () => send(e, block, ctx, [o.value]),
    }))),
  }, icon("more"));
}

// optionsOf returns an element's choices as { value, text }.
export function optionsOf(e) {
  if (e.options) return e.options.map((o) => ({ value: o.value, text: o.text.text }));
  if (e.type.includes("users")) return [...model.users.values()].map((u) => ({ value: u.id, text: u.name }));
  return [...model.channels.values()].filter((c) => !c.direct && !c.group && sees(ui.me, c)).map((c) => ({ value: c.id, text: `#${c.name}` }));
}

function select(e, block, ctx) {
  const [chosen] = ctx.chosen(block, e);
  const el = h("select", {
    id: ctx.inputId, class: "select", data: { key: keyOf(block, e), action: e.action_id }, "aria-describedby": ctx.described,
    "aria-label": ctx.inputId ? undefined : e.placeholder?.text ?? "Choose", "aria-invalid": ctx.invalid, required: ctx.required,
    onchange: () => ctx.choose(block, e, el.value ? [el.value] : []),
  }, h("option", { value: "" }, e.placeholder?.text ?? "Choose an option"),
  optionsOf(e).map((o) => h("option", { value: o.value, selected: o.value === chosen }, o.text)));
  return el;
}

function marks(e, block, ctx) {
  const many = e.type === "checkboxes";
  const chosen = ctx.chosen(block, e);
  const name = `${ctx.view ?? ctx.ts}-${keyOf(block, e)}`;
  const box = h("div", { class: "marks", role: ctx.inputId ? undefined : many ? "group" : "radiogroup" });
  box.append(...e.options.map((o, i) => h("label", { class: "mark" },
    h("input", {
      type: many ? "checkbox" : "radio", name, value: o.value, checked: chosen.includes(o.value), required: !many && ctx.required,
      data: { key: `${keyOf(block, e)}/${i}`, action: e.action_id },
      onchange: () => ctx.choose(block, e, [...box.querySelectorAll("input:checked")].map((x) => x.value)),
    }),
    h("span", {}, textObject(o.text), o.description && h("small", {}, textObject(o.description))))));
  return box;
}
