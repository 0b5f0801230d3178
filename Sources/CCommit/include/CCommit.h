/* The commit that the command was built from. It is a target of its own, so that another commit
   compiles nothing else again. */
#ifndef C_COMMIT_H
#define C_COMMIT_H

/* What `git describe` says of the commit; NULL if the build did not know (see scripts/build). */
const char *_Nullable vraagbaak_commit(void);

#endif
