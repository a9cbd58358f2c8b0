// A link to a <dialog> opens it in front of the page; a link inside it to "#" closes it. Without this script the link
// leads to the dialog, open in its place.

addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#"]')
  if (!link) return
  const inside = link.closest("dialog[open]")
  const asked = link.hash.length > 1 && document.getElementById(decodeURIComponent(link.hash.slice(1)))
  if (inside && link.getAttribute("href") === "#") {
    event.preventDefault()
    inside.close()
  } else if (asked instanceof HTMLDialogElement) {
    event.preventDefault()
    asked.showModal()
  }
})
