// SPDX-License-Identifier: MIT
#include "catalog/keyedjournal.h"

#include "catalog/journallimits.h"
#include "catalog/recordfile.h"
#include "catalog/recordlog.h"

#include <QMetaObject>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>
#include <utility>
#include <vector>

namespace catalog {

namespace limits = journallimits;

namespace {

using Clock = std::chrono::steady_clock;
using Maker = std::function<std::string()>; ///< none: the key is removed

enum class Kind : std::uint64_t { Removed, Put };

std::string recordOf(Kind kind, std::string_view key, std::string_view value) {
    return encodeRecord(FieldWriter().number(static_cast<std::uint64_t>(kind)).text(key).text(value).take());
}

void replay(std::string_view payload, KeyedJournal::Entries& entries) {
    FieldReader reader(payload);
    const auto kind = reader.number();
    const std::string key(reader.text());
    const std::string_view value = reader.text();
    if (!reader.atEnd())
        return; // of a later version: its checksum is right, its meaning unknown
    if (kind == static_cast<std::uint64_t>(Kind::Put))
        entries[key] = value;
    else if (kind == static_cast<std::uint64_t>(Kind::Removed))
        entries.erase(key);
}

} // namespace

/// The thread and all that it alone touches; the queue between it and the caller.
class KeyedJournal::Work {
public:
    Work(KeyedJournal& owner, const QString& folder, const QString& name)
        : m_owner(owner)
        , m_generation(owner.m_generation)
        , m_file(folder, name)
        , m_thread([this] { run(); }) {}
    ~Work() {
        {
            const std::lock_guard lock(m_mutex);
            m_isEnding = true;
        }
        m_wake.notify_all();
        m_thread.join();
    }
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    void add(const std::string& key, Maker value) {
        {
            const std::lock_guard lock(m_mutex);
            m_waiting[key] = std::move(value);
        }
        m_wake.notify_all();
    }
    bool flush() {
        std::unique_lock lock(m_mutex);
        const auto ticket = ++m_asked;
        m_wake.notify_all();
        m_done.wait(lock, [&] { return m_answered >= ticket; });
        return m_isWhole;
    }

private:
    using Batch = std::map<std::string, Maker>;

    void run() {
        load();
        bool isEnding = false;
        while (!isEnding) {
            std::uint64_t asked = 0;
            const Batch batch = nextBatch(isEnding, asked);
            write(batch);
            if (m_unsynced && (isEnding || asked > 0 || Clock::now() >= m_syncDue))
                sync();
            if (asked > 0)
                answer(asked);
        }
    }

    bool isHurried() const { return m_isEnding || m_asked > m_answered; }

    Batch nextBatch(bool& isEnding, std::uint64_t& asked) {
        std::unique_lock lock(m_mutex);
        const auto isCalled = [this] { return !m_waiting.empty() || isHurried(); };
        if (m_mustRewrite)
            m_wake.wait_for(lock, limits::retry, isCalled);
        else if (m_unsynced)
            m_wake.wait_until(lock, m_syncDue, isCalled);
        else
            m_wake.wait(lock, isCalled);
        if (!m_waiting.empty()) // more may follow at once
            m_wake.wait_for(lock, limits::gather, [this] { return isHurried(); });
        isEnding = m_isEnding;
        asked = m_asked > m_answered ? m_asked : 0;
        return std::exchange(m_waiting, {});
    }

    void answer(std::uint64_t asked) {
        {
            const std::lock_guard lock(m_mutex);
            m_answered = asked;
            m_isWhole = m_trouble.isEmpty() && m_refused.empty();
        }
        m_done.notify_all();
    }

    void load() {
        std::string bytes;
        const QString error = m_file.read(limits::fileBytes, bytes);
        const RecordReading reading = readRecords(bytes, limits::recordBytes);
        for (const std::string_view payload : reading.payloads)
            replay(payload, m_live);
        for (const auto& [key, value] : m_live)
            m_liveBytes += key.size() + value.size();
        if (reading.isDamaged || !error.isEmpty()) {
            m_file.keepAside();
            m_mustRewrite = true; // nothing may be written behind the damage
        }
        emitLater([this, entries = m_live] { emit m_owner.opened(entries); });
    }

    /// Takes one change into what is held; its record, or nothing where there is nothing to write.
    std::string take(const std::string& key, const Maker& make) {
        const auto held = m_live.find(key);
        const std::size_t before = held == m_live.end() ? 0 : key.size() + held->second.size();
        m_refused.erase(key);
        if (!make) {
            if (held == m_live.end())
                return {};
            m_liveBytes -= before;
            m_live.erase(held);
            return recordOf(Kind::Removed, key, {});
        }
        std::string value = make();
        const std::size_t after = key.size() + value.size();
        constexpr std::size_t room = 64; // for what a record adds to key and value
        if (m_liveBytes - before + after > limits::liveBytes || after + room > limits::recordBytes) {
            m_refused.insert(key);
            return {};
        }
        m_liveBytes += after - before;
        std::string record = recordOf(Kind::Put, key, value);
        m_live[key] = std::move(value);
        return record;
    }

    void write(const Batch& batch) {
        std::string bytes;
        // Removals last: where the tail is lost, what was to take a removed one's place is there before it.
        for (const bool isRemoval : {false, true})
            for (const auto& [key, make] : batch)
                if (isRemoval == (make == nullptr))
                    bytes += take(key, make);
        if (m_file.isOpen() && !m_file.hasName())
            m_mustRewrite = true; // somebody removed it
        if (bytes.empty() && !m_mustRewrite)
            return tell();
        const std::size_t worth =
            m_live.empty() ? 0 : limits::compactBytes + limits::compactFactor * m_liveBytes;
        const bool isFresh = m_mustRewrite || m_file.size() + bytes.size() > worth;
        m_trouble = isFresh ? m_file.replace(allRecords()) : m_file.append(bytes);
        m_mustRewrite = !m_trouble.isEmpty();
        if (!m_unsynced)
            m_syncDue = Clock::now() + limits::sync;
        m_unsynced = !isFresh && !m_mustRewrite;
        tell();
    }

    std::string allRecords() const {
        std::string bytes;
        for (const auto& [key, value] : m_live)
            bytes += recordOf(Kind::Put, key, value);
        return bytes;
    }

    void sync() {
        m_unsynced = false;
        m_trouble = m_file.sync();
        m_mustRewrite = !m_trouble.isEmpty(); // a failed sync is not repeated: written anew from memory
        tell();
    }

    void tell() {
        QString trouble = m_trouble;
        if (trouble.isEmpty() && !m_refused.empty())
            trouble = tr("There is more of it than %1 MB.").arg(limits::liveBytes / (1024 * 1024));
        if (std::exchange(m_told, trouble) == trouble)
            return;
        emitLater([this, trouble] { trouble.isEmpty() ? m_owner.works() : m_owner.failed(trouble); });
    }

    template <typename Function>
    void emitLater(Function function) {
        // Asked of the owner: where the generation is another one, this object is no more.
        const auto guarded = [owner = &m_owner, generation = m_generation, function] {
            if (owner->m_generation == generation)
                function();
        };
        QMetaObject::invokeMethod(&m_owner, guarded, Qt::QueuedConnection);
    }

    KeyedJournal& m_owner;
    const int m_generation;

    // Between the threads.
    std::mutex m_mutex;
    std::condition_variable m_wake, m_done;
    Batch m_waiting;
    std::uint64_t m_asked = 0, m_answered = 0; ///< flushes
    bool m_isEnding = false;
    bool m_isWhole = true;

    // The thread's own.
    RecordFile m_file;
    Entries m_live;
    std::size_t m_liveBytes = 0;
    std::set<std::string> m_refused;
    QString m_trouble, m_told;
    bool m_mustRewrite = false;
    bool m_unsynced = false;
    Clock::time_point m_syncDue;

    std::thread m_thread; ///< last: it uses all of the above
};

KeyedJournal::KeyedJournal(QObject* parent)
    : QObject(parent) {}

KeyedJournal::~KeyedJournal() = default;

void KeyedJournal::open(const QString& folder, const QString& name) {
    close();
    m_work = std::make_unique<Work>(*this, folder, name);
}

void KeyedJournal::put(const std::string& key, std::function<std::string()> value) {
    if (m_work)
        m_work->add(key, std::move(value));
}

void KeyedJournal::remove(const std::string& key) {
    if (m_work)
        m_work->add(key, nullptr);
}

bool KeyedJournal::flush() {
    return m_work && m_work->flush();
}

void KeyedJournal::close() {
    m_work.reset();
    ++m_generation;
}

} // namespace catalog
