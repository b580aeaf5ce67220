import { h, icon } from "./dom.js";
import { model } from "./model.js";

// avatar is a person's initial on a colour of their own, or the app's star.
export function avatar(id, name, size = "") {
  const bot = id === model.setup.bot;
  const hue = [...(id ?? name ?? "")].reduce((n, c) => (n * 31 + c.charCodeAt(0)) % 6, 0);
  return h("span", { class: `avatar ${size} ${bot ? "app" : `hue-${hue}`}`, "aria-hidden": "true" }, bot ? icon("star") : (name ?? "?").charAt(0).toUpperCase());
}
