// The app's Home tab, as the app published it for the person.
import { h, fill, iconButton, keepFocus } from "./dom.js";
import { model, nameOf } from "./model.js";
import { ui, openTool } from "./ui.js";
import { blocks } from "./blocks.js";
import { viewContext } from "./viewcontext.js";

export class Home {
  constructor() {
    this.el = h("section", { class: "home", role: "tabpanel", "aria-label": "Home", hidden: true });
  }

  show(on) {
    this.el.hidden = !on;
    if (on) this.draw();
  }

  draw() {
    if (this.el.hidden) return;
    const home = model.desks.get(ui.me)?.home;
    const signature = home ? `${ui.me} ${home.id} ${home.hash} ${JSON.stringify(home.payload.state)}` : `${ui.me} none`;
    if (signature === this.signature) return;
    this.signature = signature;
    keepFocus(this.el, () => fill(this.el, home
      ? h("div", { class: "home-page" }, iconButton("code", "Inspect the Home tab", () => openTool("inspector", { view: home.id }), { class: "icon-button inspect-view" }),
        blocks(home.payload.blocks, viewContext(home, "home")))
      : h("div", { class: "intro tall" }, h("h2", {}, "Home"), h("p", {}, `${nameOf(model.setup.bot)} has not published a Home tab yet.`))));
  }
}
