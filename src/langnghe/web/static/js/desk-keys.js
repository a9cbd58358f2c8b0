// <desk-keys> lets a list be walked by keyboard: j and k to the next and previous row, / to the search, and Ctrl+Enter
// sends the form one is writing in. Enter opens a row because a row is a link. Without this script all of it is a page.

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
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, textarea, select")) return
    if (event.key === "/") this.#search(event)
    if (event.key === "j" || event.key === "k") this.#walk(event.key === "j" ? 1 : -1)
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
    row?.scrollIntoView({ block: "nearest" })
  }
}

customElements.define("desk-keys", DeskKeys)
