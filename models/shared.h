#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace models {

/// A value set on the GUI thread and read on the worker, always whole. Made for the names that are joined to rows: after
/// set() call ListSession::rejoin().
template <typename T> class Shared final
{
public:
    void set(std::shared_ptr<const T> value)
    {
        const std::scoped_lock lock(m_mutex);
        m_value = value ? std::move(value) : std::make_shared<const T>();
    }
    std::shared_ptr<const T> get() const ///< never null
    {
        const std::scoped_lock lock(m_mutex);
        return m_value;
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const T> m_value = std::make_shared<const T>();
};

} // namespace models
