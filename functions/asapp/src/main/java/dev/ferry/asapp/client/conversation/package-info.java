/// Conversations and messages of the AI Services, by id: there is no list of all of them, so ids come from feeds.
///
/// Rows are kept as they came beside the few fields that name and place them. Texts and names never show in a
/// `toString`.
@NullMarked
package dev.ferry.asapp.client.conversation;

import org.jspecify.annotations.NullMarked;
