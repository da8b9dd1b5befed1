/** Finds Neovim, and installs it where that takes no question: as root on Debian. */
import { findProgram, installPackage } from "./install-package.mjs";
import { isMain } from "./project.mjs";

const missing =
  "The tests in Neovim need Neovim 0.7 or newer on the PATH. Install it (on Debian: sudo apt-get install neovim).";

/** The absolute path of the editor; throws with what to install otherwise. */
export const installNeovim = () => installPackage("neovim", "Neovim", () => findProgram(["nvim"]), missing);

if (isMain(import.meta.url)) console.log(await installNeovim());
