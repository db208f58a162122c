//! Waiting for what follows from a commit.

use super::TestApp;

/// Tries of the service's own patience; other tests may keep the machine busy.
const TRIES: u32 = 20;

impl TestApp {
    /// Waits until the index and the reference data in memory have seen everything that was committed.
    pub async fn settle(&self) {
        let generation = self.state.db.generation().await.unwrap();
        for _ in 0..TRIES {
            let waited = self.state.search.wait_for(Some(generation)).await.unwrap();
            if !waited.is_behind {
                return;
            }
        }
        panic!("the index does not follow");
    }
}
