#pragma once

#include <functional>
#include <utility>

namespace ui {

/// Something that is made when it is first asked for: what nobody has come to see costs neither time nor memory.
template <typename T> class Late
{
public:
    using Maker = std::function<T *()>; ///< who owns what is made is its business
    explicit Late(Maker maker) : m_maker(std::move(maker)) {}

    T *made() const { return m_made; } ///< null: nobody has asked for it yet
    T *get()
    {
        if (!m_made)
            m_made = m_maker();
        return m_made;
    }

private:
    Maker m_maker;
    T *m_made = nullptr;
};

} // namespace ui
