// A menu at a button: arrows move, Enter chooses, Escape closes.
import { h } from "./dom.js";

let open = null;

export function menu(anchor, items) {
  open?.();
  const el = h("div", { class: "menu", role: "menu", tabindex: -1 }, items.filter(Boolean).map((it) => h("button", {
    type: "button", role: "menuitem", class: it.danger ? "danger" : "", tabindex: -1, onclick: () => { close(); it.run(); },
  }, h("span", {}, it.name), it.note && h("small", {}, it.note))));
  const close = (back = true) => {
    if (open !== close) return;
    open = null;
    el.remove();
    anchor.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    if (back && anchor.isConnected) anchor.focus({ preventScroll: true });
  };
  const outside = (e) => { if (!el.contains(e.target)) close(false); };
  const all = [...el.children];
  const move = (by) => all[(all.indexOf(document.activeElement) + by + all.length) % all.length].focus();
  el.addEventListener("keydown", (e) => {
    const keys = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Home: () => all[0].focus(), End: () => all.at(-1).focus(), Escape: () => close(), Tab: () => close() };
    if (!keys[e.key]) return;
    e.preventDefault();
    e.stopPropagation();
    keys[e.key]();
  });
  open = close;
  // A modal dialog is above everything else, so its menus must be inside it.
  (anchor.closest("dialog") ?? document.body).append(el);
  const at = anchor.getBoundingClientRect(), size = el.getBoundingClientRect();
  el.style.left = `${Math.max(8, Math.min(at.right - size.width, innerWidth - size.width - 8))}px`;
  el.style.top = `${at.bottom + size.height + 8 > innerHeight ? Math.max(8, at.top - size.height - 4) : at.bottom + 4}px`;
  anchor.setAttribute("aria-expanded", "true");
  document.addEventListener("pointerdown", outside, true);
  all[0]?.focus();
}
