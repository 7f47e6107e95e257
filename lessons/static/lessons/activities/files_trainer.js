// A drawn desktop: things in places, a menu for what is chosen, and seven tasks. Every task begins from a state of its
// own, so whatever somebody does on the way, nothing is lost for good.

const DOUBLE = 1200; // milliseconds between two presses
const STATES = {
  create: "photo@desktop",
  rename: "photo@desktop fresh@desktop",
  save: "photo@desktop folder@desktop",
  copy: "photo@desktop folder@desktop document@folder",
  move: "photo@desktop folder@desktop document@folder copy@desktop",
  delete: "folder@desktop document@folder photo@folder copy@desktop",
  restore: "folder@desktop document@folder photo@folder copy@bin",
};
const KEYS = { F2: "rename", Delete: "remove" };
const WITH_CTRL = { KeyC: "copy", KeyX: "cut", KeyV: "paste" }; // wherever the letter stands in the language

class Desktop {
  constructor(trainer) {
    this.trainer = trainer;
    this.words = trainer.dataset;
    this.screen = trainer.querySelector("[data-screen]");
    this.menu = this.part("menu");
    this.bind();
    for (const step of trainer.querySelectorAll("[data-step]")) {
      step.addEventListener("lifelong:begun", () => this.begin(step));
    }
  }

  part(name) {
    return this.screen.querySelector(`[data-${name}]`);
  }

  bind() {
    const press = (name, act) => this.part(name).addEventListener("click", act);
    press("menu-button", () => (this.menu.hidden ? this.openMenu() : this.closeMenu()));
    press("restart", () => this.begin(this.step));
    press("close", () => this.close());
    press("rename-done", () => this.rename());
    press("file-button", () => this.openFileMenu(this.part("file-menu").hidden));
    press("file-menu", (event) => this.chooseInFile(event.target.closest("button")));
    press("save", () => this.save());
    press("menu", (event) => this.do(event.target.closest("[data-do]")?.dataset.do));
    this.screen.addEventListener("click", (event) => this.onClick(event));
    this.screen.addEventListener("focusin", (event) => this.onFocus(event.target));
    this.screen.addEventListener("contextmenu", (event) => this.onContextMenu(event));
    this.screen.addEventListener("keydown", (event) => this.onKey(event));
    this.screen.addEventListener("lifelong:dropped", (event) => this.drop(event.target, event.detail));
  }

  begin(step) {
    this.step = step;
    this.things = STATES[step.dataset.step].split(" ").map((one) => this.thing(...one.split("@")));
    this.things.push(this.thing("bin", "desktop"));
    this.opened = this.chosen = this.held = null;
    this.place = "desktop";
    this.openFileMenu(false);
    this.part("program").hidden = step.dataset.step !== "save";
    this.part("save-box").hidden = this.part("rename-box").hidden = true;
    this.part("file-name").value = "";
    this.part("where").value = "desktop";
    this.closeMenu();
    this.draw();
  }

  // "fresh" is the folder before it has its name, "copy" the document's second one.
  thing(id, place) {
    const kind = { fresh: "folder", copy: "document" }[id] ?? id;
    const name = id === "fresh" ? this.words.newFolder : this.words[kind];
    return { id: id === "fresh" ? "folder" : id, kind, name, place, from: place === "bin" ? "desktop" : place };
  }

  get(id) {
    return this.things.find((thing) => thing.id === id);
  }

  draw() {
    const inside = this.part("inside");
    inside.dataset.place = this.opened ?? "";
    this.part("window").hidden = !this.opened;
    if (this.opened) {
      inside.setAttribute("aria-label", this.get(this.opened).name);
      this.part("window-name").textContent = this.get(this.opened).name;
    }
    for (const place of this.screen.querySelectorAll("[data-place]")) {
      const here = this.things.filter((thing) => thing.place === place.dataset.place);
      place.replaceChildren(...here.map((thing) => this.icon(thing)));
    }
  }

  icon(thing) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "drawn-icon";
    made.dataset.thing = thing.id;
    if (thing.kind !== "bin") made.dataset.carry = "";
    made.setAttribute("aria-pressed", thing === this.chosen);
    made.append(this.screen.querySelector(`[data-drawing=${thing.kind}]`).cloneNode(true), thing.name);
    return made;
  }

  // What is chosen may have been drawn anew: the focus follows it, or the place where it was.
  redraw() {
    this.draw();
    this.choose(this.chosen);
    const where = this.chosen ? `[data-thing=${this.chosen.id}]` : `[data-place=${this.place}]`;
    (this.screen.querySelector(where) ?? this.part("place")).focus();
  }

  choose(thing) {
    this.chosen = thing && this.things.includes(thing) && this.isShown(thing) ? thing : null;
    for (const icon of this.screen.querySelectorAll("[data-thing]")) {
      icon.setAttribute("aria-pressed", icon.dataset.thing === this.chosen?.id);
    }
  }

  isShown(thing) {
    return thing.place === "desktop" || thing.place === this.opened;
  }

  onFocus(target) {
    const place = target.closest("[data-place]");
    if (!place) return;
    this.place = place.dataset.place;
    this.choose(this.get(target.dataset.thing) ?? null);
  }

  onClick(event) {
    if (!event.target.closest("[data-menu], [data-menu-button]")) this.closeMenu();
    const icon = event.target.closest("[data-thing]");
    if (!icon) return event.target.matches("[data-place]") && this.onFocus(event.target);
    const thing = this.get(icon.dataset.thing);
    const isSecond = this.pressed === thing && event.timeStamp - this.pressedAt < DOUBLE;
    [this.pressed, this.pressedAt] = [thing, event.timeStamp];
    icon.focus();
    this.onFocus(icon);
    if (isSecond) this.do("open");
    else if (event.detail === 0) this.pressByKey(icon);
  }

  // Enter opens what can be opened; anything else shows its menu.
  pressByKey(icon) {
    if (this.may("open")) this.do("open");
    else this.openMenu({ target: icon });
  }

  onContextMenu(event) {
    const place = event.target.closest("[data-place]");
    if (!place) return;
    event.preventDefault();
    const target = event.target.closest("[data-thing]") ?? place;
    target.focus();
    this.onFocus(target);
    this.openMenu(event);
  }

  onKey(event) {
    if (event.key === "Enter" && event.target.matches("input")) {
      event.preventDefault(); // a name is not an answer to be checked
      event.stopPropagation();
      return event.target.matches("[data-new-name]") ? this.rename() : this.save();
    }
    if (event.key === "Escape" && !this.menu.hidden) {
      this.closeMenu();
      return this.redraw();
    }
    const onPlace = event.target.matches("[data-place]");
    if (event.key === " " ? onPlace || event.target.matches("[data-thing]") : event.key === "Enter" && onPlace) {
      event.preventDefault();
      return this.openMenu(event);
    }
    const wanted = event.ctrlKey || event.metaKey ? WITH_CTRL[event.code] : KEYS[event.key];
    if (!wanted || !event.target.closest("[data-place]")) return;
    event.preventDefault();
    if (this.may(wanted)) this.do(wanted);
  }

  // Tells whether what is chosen, or the empty place, has this line in its menu.
  may(what) {
    const kind = this.chosen?.kind;
    if (!kind) return { create: this.place === "desktop", paste: this.held && this.place !== "bin" }[what] ?? false;
    if (what === "paste" || what === "create") return what === "paste" && this.held && this.place !== "bin";
    if (kind === "bin") return what === "open";
    if (this.chosen.place === "bin") return what === "restore";
    if (what === "restore") return false;
    return kind === "folder" ? !["cut", "copy"].includes(what) : what !== "open";
  }

  openMenu(event) {
    const buttons = [...this.menu.querySelectorAll("button")];
    for (const one of buttons) one.hidden = !this.may(one.dataset.do);
    const first = buttons.find((one) => !one.hidden);
    if (!first) return this.tell("nothing");
    this.menu.hidden = false;
    this.part("menu-button").setAttribute("aria-expanded", true);
    const screen = this.screen.getBoundingClientRect();
    const from = event?.clientX ? { x: event.clientX, y: event.clientY } : this.cornerOf(event?.target);
    const inside = (at, room) => `${Math.max(4, Math.min(at, room - 4))}px`;
    this.menu.style.left = inside(from.x - screen.left, screen.width - this.menu.offsetWidth);
    this.menu.style.top = inside(from.y - screen.top, screen.height - this.menu.offsetHeight);
    first.focus();
  }

  cornerOf(target) {
    const box = (target ?? this.part("menu-button")).getBoundingClientRect();
    return { x: box.left + 8, y: box.bottom };
  }

  closeMenu() {
    this.menu.hidden = true;
    this.part("menu-button").setAttribute("aria-expanded", false);
  }

  do(what) {
    if (!what) return;
    this.closeMenu();
    if (what === "open") return this.open(this.chosen);
    if (what === "rename") return this.askName();
    if (what === "cut" || what === "copy") this.hold(what);
    if (what === "create") this.create();
    if (what === "paste") this.paste();
    if (what === "remove") this.move(this.chosen, "bin");
    if (what === "restore") this.move(this.chosen, this.chosen.from);
    this.redraw();
    this.judge();
  }

  open(thing) {
    if (!["folder", "bin"].includes(thing?.kind) || thing.place === "bin") return;
    this.opened = thing.id;
    this.place = thing.id;
    this.chosen = null;
    this.redraw();
  }

  close() {
    this.opened = null;
    this.place = "desktop";
    this.redraw();
  }

  hold(what) {
    this.held = { thing: this.chosen, what };
    this.tell(what === "copy" ? "copied" : "cut");
  }

  create() {
    if (this.get("folder")) return;
    this.chosen = this.thing("fresh", "desktop");
    this.things.unshift(this.chosen);
  }

  paste() {
    const { thing, what } = this.held;
    if (what === "cut") {
      this.held = null;
      return this.move(thing, this.place);
    }
    if (this.get("copy") || thing.place === this.place) return;
    this.things.push({ ...thing, id: "copy", place: this.place, from: this.place });
  }

  move(thing, place) {
    if (!thing || thing.kind === "bin" || thing.id === place) return;
    if (place === "bin" && thing.place !== "bin") thing.from = thing.place;
    if (place === "bin" && this.opened === thing.id) this.opened = null;
    thing.place = place;
    this.chosen = null;
  }

  drop(icon, { x, y }) {
    const under = (selector) =>
      [...this.screen.querySelectorAll(selector)].find((one) => {
        const box = one.getBoundingClientRect();
        return one !== icon && x > box.left && x < box.right && y > box.top && y < box.bottom;
      });
    const onto = under("[data-thing=folder], [data-thing=bin]");
    const place = onto?.dataset.thing ?? under("[data-place]")?.dataset.place;
    const thing = this.get(icon.dataset.thing);
    if (place && place !== thing.place) this.move(thing, place);
    this.redraw();
    this.judge();
  }

  askName() {
    this.part("rename-box").hidden = false;
    this.part("new-name").value = this.chosen.name;
    this.part("new-name").select();
    this.renamed = this.chosen;
  }

  rename() {
    const name = this.part("new-name").value.trim();
    if (!name) return this.tell("name");
    this.renamed.name = name;
    this.part("rename-box").hidden = true;
    this.chosen = this.renamed;
    this.redraw();
    if (this.renamed.kind === "folder" && !same(name, this.words.folder)) this.tell("name");
    this.judge();
  }

  openFileMenu(isOpen) {
    this.part("file-menu").hidden = !isOpen;
    this.part("file-button").setAttribute("aria-expanded", isOpen);
  }

  chooseInFile(chosen) {
    if (!chosen) return;
    if (!chosen.matches("[data-save-as]")) return this.tell("file");
    this.openFileMenu(false);
    this.part("save-box").hidden = false;
    this.part("where").focus();
  }

  save() {
    if (this.part("where").value !== "folder") return this.tell("where");
    if (!same(this.part("file-name").value, this.words.document)) return this.tell("name");
    this.things.push(this.thing("document", "folder"));
    this.part("save-box").hidden = true;
    this.draw();
    this.judge();
  }

  tell(what) {
    const words = this.words[`words${what[0].toUpperCase()}${what.slice(1)}`];
    this.step.dispatchEvent(new CustomEvent("lifelong:tell", { bubbles: true, detail: words }));
  }

  judge() {
    const at = (id, place) => this.get(id)?.place === place;
    const isDone = {
      create: () => at("folder", "desktop"),
      rename: () => same(this.get("folder").name, this.words.folder),
      save: () => at("document", "folder"),
      copy: () => at("copy", "desktop") && at("document", "folder"),
      move: () => at("photo", "folder"),
      delete: () => at("copy", "bin"),
      restore: () => at("copy", "desktop"),
    }[this.step.dataset.step];
    if (isDone()) this.step.dispatchEvent(new CustomEvent("lifelong:right", { bubbles: true }));
  }
}

// A name is right however its letters are written: capital or small.
function same(one, other) {
  const plain = (name) => name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
  return plain(one) === plain(other);
}

for (const trainer of document.querySelectorAll("[data-trainer=files]")) new Desktop(trainer);
