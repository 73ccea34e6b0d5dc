#pragma once
#define _XOPEN_SOURCE_EXTENDED 1
#define _GNU_SOURCE 1

#include "ccurses.h"

#include <ncursesw/curses.h>
#include <ncursesw/term.h>

/// Remembers the terminal's settings and how to reset it, for a crash.
void ccurses_prepare_rescue(void);
/// Whether a crash should reset the terminal.
void ccurses_arm_rescue(bool armed);
/// Sets the settings of the start again.
void ccurses_restore_settings(void);
bool ccurses_catch_signals(void);
void ccurses_release_signals(void);
/// Stops the process as SIGTSTP would without us.
void ccurses_stop_process(void);
