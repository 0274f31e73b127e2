// A disk that fails: loaded before libc (LD_PRELOAD), it gives the n-th call of one kind an error instead of doing it.
//
//   FAILING_PATH   the beginning of the paths of the files that fail
//   FAILING_CALL   pwrite64, write, fsync, fdatasync or ftruncate64
//   FAILING_WHEN   n, or n+ for that one and all later ones; 0 for none
//   FAILING_ERROR  the number of the error
//   FAILING_LOG    a file that gets one line for every call on such a file: its name, and whether it was struck
//
// Calls are counted over all threads of the process.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_int calls;

static bool is_ours(int file) {
    const char *path = getenv("FAILING_PATH");
    char link[64], target[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, target, sizeof target - 1);
    if (!path || length < 0) return false;
    target[length] = 0;
    return strncmp(target, path, strlen(path)) == 0;
}

static void note(const char *call, bool struck) {
    static ssize_t (*write_to)(int, const void *, size_t);
    if (!write_to) write_to = (ssize_t(*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
    const char *path = getenv("FAILING_LOG");
    int log = path ? open(path, O_WRONLY | O_APPEND | O_CLOEXEC) : -1;
    if (log < 0) return;
    char line[64];
    int length = snprintf(line, sizeof line, "%s%s\n", call, struck ? " struck" : "");
    if (write_to(log, line, (size_t)length) < 0) abort();
    close(log);
}

// Whether this call has to fail; errno says how.
static bool strikes(const char *call, int file) {
    int before = errno;
    if (!is_ours(file)) {
        errno = before;
        return false;
    }
    const char *wanted = getenv("FAILING_CALL"), *when = getenv("FAILING_WHEN"), *error = getenv("FAILING_ERROR");
    bool struck = false;
    if (wanted && when && error && strcmp(wanted, call) == 0) {
        int n = atoi(when), now = ++calls;
        struck = n > 0 && (now == n || (now > n && strchr(when, '+')));
    }
    note(call, struck);
    errno = struck ? atoi(error) : before;
    return struck;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
    return strikes("pwrite64", file) ? -1 : REAL(pwrite64)(file, bytes, count, offset);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
    return strikes("pwrite64", file) ? -1 : REAL(pwrite)(file, bytes, count, offset);
}

ssize_t write(int file, const void *bytes, size_t count) {
    return strikes("write", file) ? -1 : REAL(write)(file, bytes, count);
}

int fsync(int file) { return strikes("fsync", file) ? -1 : REAL(fsync)(file); }

int fdatasync(int file) { return strikes("fdatasync", file) ? -1 : REAL(fdatasync)(file); }

int ftruncate64(int file, off64_t length) {
    return strikes("ftruncate64", file) ? -1 : REAL(ftruncate64)(file, length);
}

int ftruncate(int file, off_t length) { return strikes("ftruncate64", file) ? -1 : REAL(ftruncate)(file, length); }
