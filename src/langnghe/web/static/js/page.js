// What every page brings with it.

import "./dialogs.js"
import "./look-choice.js"
