// Short notes at the edge, which a screen reader reads out.
import { h, icon } from "./dom.js";

export function toast(text, kind = "note", action) {
  const close = () => el.remove();
  const el = h("div", { class: `toast ${kind}` },
    h("span", { class: "toast-text" }, text),
    action && h("button", { type: "button", class: "quiet", onclick: () => { close(); action.run(); } }, action.name),
    h("button", { type: "button", class: "icon-button", "aria-label": "Dismiss", onclick: close }, icon("close")));
  const box = document.getElementById("toasts");
  box.append(el);
  while (box.children.length > 4) box.firstChild.remove();
  setTimeout(close, kind === "wrong" ? 12000 : 6000);
}
