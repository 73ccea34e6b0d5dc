#pragma once
#define _XOPEN_SOURCE_EXTENDED 1
#define _GNU_SOURCE 1

#include "ccurses.h"

#include <ncursesw/curses.h>
#include <ncursesw/term.h>

/// Remembers the terminal's settings and how to reset it, for a crash.
void ccurses_prepare_rescue(void);
/// Whether the signal tells of a fault, after which only the terminal can be saved.
bool ccurses_is_crash(int signal);
/// Whether a crash should reset the terminal.
void ccurses_arm_rescue(bool armed);
/// Sets the settings of the start again.
void ccurses_restore_settings(void);
/// Whether whoever started us said that this signal is not for us, as nohup does, and a shell of what it
/// starts in the background. Others are inherited by accident: Python ignores SIGPIPE.
bool ccurses_is_unwanted(int signal);
bool ccurses_catch_signals(void);
void ccurses_release_signals(void);
/// Stops the process as SIGTSTP would without us.
void ccurses_stop_process(void);
