#include "CCommit.h"

const char *vraagbaak_commit(void) {
#ifdef VRAAGBAAK_COMMIT
  return VRAAGBAAK_COMMIT;
#else
  return 0;
#endif
}
