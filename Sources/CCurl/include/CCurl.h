#ifndef C_CURL_H
#define C_CURL_H

#endif
