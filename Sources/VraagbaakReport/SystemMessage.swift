internal import Glibc

/// What an error number of the system means, as a Dutch clause; the system's own words if it is a
/// rare one.
package func systemMessage(_ code: Int32) -> String {
  switch code {
  case EACCES, EPERM: "geen toestemming"
  case ENOENT: "bestaat niet"
  case EEXIST: "bestaat al"
  case ENOTDIR: "een deel van het pad is geen map"
  case EISDIR: "dit is een map"
  case ENAMETOOLONG: "de naam is te lang"
  case ELOOP: "te veel symbolische links"
  case ENOSPC: "de schijf is vol"
  case EDQUOT: "de toegestane ruimte op de schijf is op"
  case EFBIG: "het bestand wordt te groot"
  case EROFS: "op deze schijf kan alleen gelezen worden"
  case EIO: "de schijf geeft een fout"
  case ESTALE: "de netwerkschijf kent het bestand niet meer"
  case EMFILE, ENFILE: "er zijn te veel bestanden open"
  case ENOMEM: "het geheugen is op"
  case EAGAIN: "het systeem heeft er nu geen plaats voor"
  case EBUSY, ETXTBSY: "het is in gebruik"
  case EBADF: "niet geopend"
  case ETIMEDOUT: "geen antwoord op tijd"
  default: String(cString: strerror(code))
  }
}
