// Signals become bytes in a pipe, whichever thread they arrive on.
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

static struct sigaction before[NSIG];
static int ends[2] = {-1, -1};

/// All that tell us something and all that would end the process, but for those that are not to be caught
/// and for crashes, after which nothing goes on.
static bool is_caught(int signal) {
  switch (signal) {
    case SIGKILL: case SIGSTOP: case SIGCHLD: case SIGURG: case SIGTTIN: case SIGTTOU: return false;
    default: return !ccurses_is_crash(signal);
  }
}

bool ccurses_is_unwanted(int signal) {
  struct sigaction now;
  bool may_say_so = signal == SIGHUP || signal == SIGINT || signal == SIGQUIT || signal == SIGTERM
      || signal == SIGTSTP;
  return may_say_so && sigaction(signal, NULL, &now) == 0 && now.sa_handler == SIG_IGN;
}

static void note(int signal) {
  int saved = errno;
  uint8_t byte = (uint8_t)signal;
  if (write(ends[1], &byte, 1) < 0) {
    // The pipe is full of signals that nobody has read yet.
  }
  errno = saved;
}

static struct sigaction noting(void) {
  struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  return action;
}

bool ccurses_catch_signals(void) {
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  struct sigaction action = noting();
  for (int signal = 1; signal < NSIG; signal++) {
    bool is_wanted = is_caught(signal) && !ccurses_is_unwanted(signal);
    if (is_wanted) sigaction(signal, &action, &before[signal]);
  }
  return true;
}

void ccurses_release_signals(void) {
  for (int signal = 1; signal < NSIG; signal++)
    if (is_caught(signal) && !ccurses_is_unwanted(signal)) sigaction(signal, &before[signal], NULL);
  close(ends[0]);
  close(ends[1]);
  ends[0] = ends[1] = -1;
}

void ccurses_stop_process(void) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigaction(SIGTSTP, &action, NULL);
  kill(getpid(), SIGTSTP);
  action = noting();
  sigaction(SIGTSTP, &action, NULL);
}

int ccurses_signal(void) {
  uint8_t byte = 0;
  return read(ends[0], &byte, 1) == 1 ? byte : 0;
}

bool ccurses_wait_for_key(int milliseconds) {
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  return poll(&input, 1, milliseconds) == 1 && (input.revents & POLLIN) != 0;
}

int ccurses_wait(int wake, int milliseconds) {
  struct pollfd watched[] = {
      {.fd = STDIN_FILENO, .events = POLLIN},
      {.fd = ends[0], .events = POLLIN},
      {.fd = wake, .events = POLLIN},
  };
  int count = poll(watched, 3, milliseconds);
  if (count < 0 && errno == EINTR) count = poll(watched, 3, 0);
  if (count <= 0) return 0;
  int ready = 0;
  if (watched[0].revents & POLLIN) ready |= CCURSES_KEY_READY;
  if (watched[0].revents & (POLLHUP | POLLERR | POLLNVAL)) ready |= CCURSES_HUNG_UP;
  if (watched[1].revents & POLLIN) ready |= CCURSES_SIGNAL_READY;
  if (watched[2].revents != 0) ready |= CCURSES_WAKE_READY;
  return ready;
}
