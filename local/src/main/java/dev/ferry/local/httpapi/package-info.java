/// API Gateway's HTTP API on one machine: requests from outside become events of a function, in the payload format
/// 2.0, and what the function returns becomes the answer.
///
/// Neighbours: `cloud` starts it with the routes of the functions; `lambda` runs them. Mutual TLS is a matter of
/// the account's own domain: here the caller's certificate is a setting, so that what functions check of it is
/// checked.
@NullMarked
package dev.ferry.local.httpapi;

import org.jspecify.annotations.NullMarked;
