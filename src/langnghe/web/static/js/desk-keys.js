// <desk-keys> lets a page be worked by keyboard: j and k walk its rows, / leads to the search, Ctrl+Enter sends the form one
// is writing in. An element with data-key is pressed by that key: in the row one stands in (data-scope), else on the page.
// Without this script all of it is a page.

import { command } from "./keys.js"
import { next } from "./rows.js"

class DeskKeys extends HTMLElement {
  connectedCallback() {
    document.addEventListener("keydown", this)
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this)
  }

  handleEvent(event) {
    const form = event.target.closest("form")
    if (event.key === "Enter" && event.ctrlKey && form && this.contains(form)) return form.requestSubmit()
    const key = document.querySelector("dialog[open]") ? "" : command(event)
    if (!key) return
    const asked = this.#asked(CSS.escape(key), event.target.closest("[data-scope]"))
    if (asked) return this.#press(event, asked)
    if (key === "/") this.#search(event)
    if (key === "j" || key === "k") this.#walk(key === "j" ? 1 : -1)
  }

  #asked(key, scope) {
    return scope?.querySelector(`[data-key="${key}"]`) ?? document.querySelector(`[data-key="${key}"]:not([data-scope] *)`)
  }

  #press(event, element) {
    event.preventDefault()
    element.click()
    element.closest("details[open]")?.querySelector("textarea")?.focus()
  }

  #search(event) {
    const box = this.querySelector('[name="q"]')
    if (!box) return
    event.preventDefault()
    box.focus()
    box.select()
  }

  #walk(step) {
    const rows = [...this.querySelectorAll("[data-row]")]
    const row = next(rows, rows.findIndex((each) => each === document.activeElement), step)
    row?.focus()
    const scope = row?.closest("[data-scope]")
    if (scope) scope.scrollIntoView({ block: "start" })
    else row?.scrollIntoView({ block: "nearest" })
  }
}

customElements.define("desk-keys", DeskKeys)
