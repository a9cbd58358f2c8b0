// <look-choice name="letters"> holds one button for each value; the pressed one is in force on this machine.

import { choose, read } from "./look.js"

class LookChoice extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this)
    this.#show()
  }

  handleEvent(event) {
    const value = event.target.closest("button")?.value
    if (!value) return
    choose(localStorage, this.getAttribute("name"), value)
    dispatchEvent(new Event("look"))
    this.#show()
  }

  #show() {
    const current = read(localStorage, this.getAttribute("name"))
    for (const button of this.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", button.value === current)
    }
  }
}

customElements.define("look-choice", LookChoice)
