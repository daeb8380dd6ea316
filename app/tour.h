#pragma once

#include "app/commandline.h"

class QApplication;

namespace app {

/// Draws every page and dialog in its main states to PNG: both languages, light and dark, 1280x800 and 1024x700, through
/// the real composition root and the demo endpoint. Returns the program's exit code: 1 when a screen could not be reached.
int runTour(QApplication &application, const Options &options);

} // namespace app
