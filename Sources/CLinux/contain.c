// A process in a pid namespace of its own, and the two that wait for it.
#define _GNU_SOURCE
#include "clinux.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t child;

static void hand_on(int signal) {
  int saved = errno;
  if (child > 0) kill(child, signal);
  errno = saved;
}

/// Whether it would end a process, and a process may have its say before.
static int is_end(int signal) {
  switch (signal) {
    case SIGKILL: case SIGSTOP: case SIGTSTP: case SIGTTIN: case SIGTTOU: case SIGCONT: case SIGCHLD:
    case SIGURG: case SIGWINCH: return 0;
    default: return 1;
  }
}

/// Whoever is told to end has the innermost process end first, which gives the terminal back; told again
/// by a fault of its own, it ends. Ctrl-Z is for the innermost process too.
static void hear_for_child(void) {
  for (int number = 1; number < NSIG; number++) {
    struct sigaction before;
    if (!is_end(number) || sigaction(number, NULL, &before) != 0) continue;
    int is_fault = number == SIGSEGV || number == SIGBUS || number == SIGILL || number == SIGFPE;
    struct sigaction action = {
        .sa_handler = hand_on, .sa_flags = SA_RESTART | (is_fault ? (int)SA_RESETHAND : 0)};
    int may_be_unwanted =
        number == SIGHUP || number == SIGINT || number == SIGQUIT || number == SIGTERM;
    if (!may_be_unwanted || before.sa_handler != SIG_IGN) sigaction(number, &action, NULL);
  }
  signal(SIGTSTP, SIG_IGN);
}

static void end_with_child(pid_t awaited) {
  int status = 0;
  while (1) {
    pid_t ended = waitpid(-1, &status, WUNTRACED);
    if (ended < 0 && errno != EINTR) _exit(1);
    if (ended != awaited) continue;
    if (WIFEXITED(status)) _exit(WEXITSTATUS(status));
    if (WIFSIGNALED(status)) _exit(128 + WTERMSIG(status));
    if (WIFSTOPPED(status)) kill(0, SIGSTOP);
  }
}

int clinux_unshare(int namespaces) { return unshare(namespaces); }
int clinux_fork(void) { return fork(); }

/// Signals wait until the handlers know whom to hand them to.
static pid_t fork_and_wait(const sigset_t *before) {
  pid_t forked = fork();
  if (forked <= 0) return forked;
  child = forked;
  hear_for_child();
  sigprocmask(SIG_SETMASK, before, NULL);
  end_with_child(forked);
  return forked;
}

int clinux_contain(void) {
  sigset_t all, before;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, &before);
  pid_t forked = fork_and_wait(&before);
  if (forked == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    forked = fork_and_wait(&before);
    if (forked < 0) _exit(1);
  }
  sigprocmask(SIG_SETMASK, &before, NULL);
  return forked;
}
