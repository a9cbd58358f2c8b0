// <answer-form> shows only the fields that the chosen outcome needs, and copies what was said in the hall into the answer.
// Without this script every field stands there, under the outcomes that need it, and the copy is a link.

import { joined, needs } from "./outcomes.js"

class AnswerForm extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", this)
    this.addEventListener("click", this)
    for (const legend of this.querySelectorAll("[data-for] > legend")) legend.classList.add("out-of-sight")
    this.#show()
  }

  handleEvent(event) {
    if (event.type === "change" && event.target.name === "outcome") this.#show()
    const link = event.type === "click" && event.target.closest("[data-copy]")
    if (link) this.#copy(event, link)
  }

  #show() {
    const outcome = this.querySelector('[name="outcome"]:checked')?.value ?? ""
    for (const part of this.querySelectorAll("[data-for]")) part.hidden = !needs(part.dataset.for, outcome)
  }

  #copy(event, link) {
    const words = this.querySelector('[name="words"]')
    const said = document.getElementById(link.dataset.copy)
    if (!words || !said) return
    event.preventDefault()
    words.value = joined(words.value, said.textContent.trim())
    words.focus()
  }
}

customElements.define("answer-form", AnswerForm)
